package org.jiaxue.schools.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.Colleague;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.schools.ChosenLesson;
import org.jiaxue.schools.Mondays;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.Classes;
import org.jiaxue.schools.classes.LessonLists;
import org.jiaxue.schools.members.Members;
import org.jiaxue.schools.totals.Figure;
import org.jiaxue.schools.totals.Totals;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a teacher and an administrator may know of a class: totals, and nothing of anybody. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class ClassPage {

    private final Rights rights;
    private final Classes classes;
    private final LessonLists lists;
    private final Members members;
    private final People people;
    private final Totals totals;
    private final Catalogue catalogue;
    private final Times times;
    private final TransactionTemplate transaction;

    ClassPage(
            Rights rights,
            Classes classes,
            LessonLists lists,
            Members members,
            People people,
            Totals totals,
            Catalogue catalogue,
            Times times,
            TransactionTemplate transaction) {
        this.rights = rights;
        this.classes = classes;
        this.lists = lists;
        this.members = members;
        this.people = people;
        this.totals = totals;
        this.catalogue = catalogue;
        this.times = times;
        this.transaction = transaction;
    }

    /**
     * A figure with the Monday it is as of, in words.
     *
     * @param of how many guardians were counted on that Monday; empty where that may not be said
     */
    record Total(int shown, @Nullable Integer of, String asOf) {

        static @Nullable Total of(
                Frame frame, @Nullable Figure figure, @Nullable Figure guardians) {
            return figure == null
                    ? null
                    : new Total(
                            figure.shown(),
                            figure.outOf(guardians),
                            frame.texts().day(figure.asOf()));
        }
    }

    /** A chosen lesson and how many completed it, unless that may not be said. */
    record Row(String href, String title, String week, @Nullable Total total) {}

    /** Somebody who teaches the class; {@code leaves} where the viewer may let them leave it. */
    record Teacher(String id, String name, boolean me, boolean leaves) {}

    /**
     * What the page shows.
     *
     * @param others names of who else works at the school and could teach the class, by their ids
     */
    record View(
            Rights.Room room,
            String about,
            boolean runs,
            List<Row> rows,
            String next,
            List<Teacher> teachers,
            Map<String, String> others) {

        String path() {
            return "/console/classes/" + room.schoolClass().id();
        }
    }

    /** The class's stage, year of entry and size, and when it was closed, in words. */
    static String about(Frame frame, SchoolClass one) {
        String about =
                frame.say(
                        "schools.class.about",
                        frame.say(one.stage().key()),
                        Integer.toString(one.entryYear()),
                        one.pupils());
        LocalDate closed = one.closedOn();
        return closed == null
                ? about
                : about + frame.say("schools.class.closed-on", frame.texts().day(closed));
    }

    /** The week that a lesson is meant for, in words; empty without one. */
    static String week(Frame frame, @Nullable LocalDate week) {
        return week == null ? "" : frame.say("schools.week", frame.texts().day(week));
    }

    @GetMapping("/console/classes/{id}")
    ModelAndView show(Frame frame, @PathVariable String id) {
        Rights.Room room = rights.room(frame, id);
        SchoolClass one = room.schoolClass();
        Map<UUID, Figure> figures = totals.of(one.id());
        List<Row> rows =
                lists.of(one.id()).stream()
                        .flatMap(it ->
                                catalogue.lesson(it.lesson()).stream()
                                        .map(lesson -> row(frame, it, lesson, one, figures)))
                        .toList();
        List<Colleague> colleagues = people.colleagues(one.organisation().toString());
        boolean runs = rights.runs(frame, one.organisation());
        List<StaffId> teachers = classes.teachers(one.id());
        View view =
                new View(
                        room,
                        about(frame, one),
                        runs,
                        rows,
                        frame.texts().day(Mondays.of(times.today()).plusWeeks(1)),
                        teachers.stream().map(it -> teacher(frame, it, colleagues, runs)).toList(),
                        runs ? others(colleagues, teachers) : Map.of());
        return Html.page("schools/desk/one", frame, "view", view);
    }

    /** Closes the class; who was in it is forgotten at once, and its last totals stay. */
    @PostMapping("/console/classes/{id}/closing")
    ModelAndView close(Frame frame, @PathVariable String id) {
        Rights.Room room = rights.runRoom(frame, id);
        transaction.executeWithoutResult(_ -> {
            if (classes.close(room.schoolClass().id(), Rights.staff(frame))) {
                members.forget(room.schoolClass().id());
                totals.forget(room.schoolClass().id());
            }
        });
        return Html.seeOther("/console/schools/" + room.school().id());
    }

    private static Teacher teacher(
            Frame frame, StaffId id, List<Colleague> colleagues, boolean runs) {
        boolean me = Rights.staff(frame).id().equals(id);
        String name =
                colleagues.stream()
                        .filter(it -> it.id().equals(id))
                        .map(Colleague::name)
                        .findFirst()
                        .orElseGet(() -> frame.say("schools.teachers.elsewhere"));
        return new Teacher(id.toString(), name, me, me || runs);
    }

    /** Who could teach the class too, by name to their ids: those who are teachers first. */
    private static Map<String, String> others(List<Colleague> colleagues, List<StaffId> teachers) {
        Map<String, String> others = new LinkedHashMap<>();
        colleagues.stream()
                .sorted(Comparator.comparing(it -> !it.roles().contains(Role.TEACHER)))
                .filter(TeachersPage::teaches)
                .filter(it -> !teachers.contains(it.id()))
                .forEach(it -> others.put(it.id().toString(), it.name()));
        return others;
    }

    private static Row row(
            Frame frame,
            ChosenLesson chosen,
            Lesson lesson,
            SchoolClass one,
            Map<UUID, Figure> figures) {
        return new Row(
                "/lessons/" + lesson.id(),
                frame.say(lesson.title()),
                week(frame, chosen.week()),
                Total.of(frame, figures.get(lesson.id().value()), figures.get(one.id().value())));
    }
}
