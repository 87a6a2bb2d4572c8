package org.jiaxue.schools.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.Stage;
import org.jiaxue.schools.ChosenLesson;
import org.jiaxue.schools.Mondays;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.LessonLists;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Slice;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a teacher picks lessons for a class from the library. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class LessonsPage {

    private static final int LONGEST_QUESTION = 64;

    private final Rights rights;
    private final LessonLists lists;
    private final Catalogue catalogue;
    private final Times times;

    LessonsPage(Rights rights, LessonLists lists, Catalogue catalogue, Times times) {
        this.rights = rights;
        this.lists = lists;
        this.catalogue = catalogue;
        this.times = times;
    }

    /** A lesson of the list or of the library. */
    record Row(LessonId id, String title, String about, String week) {}

    /**
     * What the page shows.
     *
     * @param found lessons of the library that are not on the list
     * @param weeks what a lesson can be meant for: Mondays and their names, none first
     */
    record View(
            Rights.Room room,
            List<Row> chosen,
            String q,
            String stage,
            Map<String, String> stages,
            Slice<Row> found,
            Map<String, String> weeks) {

        String path() {
            return "/console/classes/" + room.schoolClass().id() + "/lessons";
        }

        boolean full() {
            return chosen.size() >= LessonLists.MOST_LESSONS;
        }
    }

    @GetMapping("/console/classes/{id}/lessons")
    ModelAndView show(
            Frame frame,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "0") String page) {
        Rights.Room room = rights.room(frame, id);
        String asked = q.strip().substring(0, Math.min(LONGEST_QUESTION, q.strip().length()));
        String within = stage != null ? stage : asked.isEmpty() ? stageOf(room) : "";
        List<ChosenLesson> list = lists.of(room.schoolClass().id());
        Set<LessonId> there = list.stream().map(ChosenLesson::lesson).collect(Collectors.toSet());
        List<Row> found =
                (asked.isEmpty() ? catalogue.lessons() : catalogue.find(asked))
                        .stream()
                                .filter(it -> within.isEmpty() || it.stage().slug().equals(within))
                                .filter(it -> !there.contains(it.id()))
                                .map(it -> row(frame, it, ""))
                                .toList();
        int number = page.matches("[0-9]{1,3}") ? Integer.parseInt(page) : 0;
        View view =
                new View(
                        room,
                        chosen(frame, list),
                        asked,
                        within,
                        stages(frame),
                        Slice.of(found, number, Catalogue.PAGE_SIZE),
                        weeks(frame));
        return Html.page("schools/desk/lessons", frame, "view", view);
    }

    @PostMapping("/console/classes/{id}/lessons")
    ModelAndView choose(
            Frame frame,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String lesson,
            @RequestParam(defaultValue = "") String week) {
        SchoolClass one = open(rights.room(frame, id));
        LessonId chosen = lesson(lesson);
        if (!lists.choose(one.id(), chosen, week.isEmpty() ? null : monday(week))) {
            throw new Refusal(
                    Problem.conflict("schools.problem.list-full", LessonLists.MOST_LESSONS));
        }
        return back(one);
    }

    @PostMapping("/console/classes/{id}/lessons/removal")
    ModelAndView remove(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String lesson) {
        SchoolClass one = open(rights.room(frame, id));
        lists.remove(one.id(), lesson(lesson));
        return back(one);
    }

    @PostMapping("/console/classes/{id}/lessons/raising")
    ModelAndView raise(
            Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String lesson) {
        SchoolClass one = open(rights.room(frame, id));
        lists.raise(one.id(), lesson(lesson));
        return back(one);
    }

    private LessonId lesson(String text) {
        return Ids.parse(text)
                .map(LessonId::new)
                .filter(it -> catalogue.lesson(it).isPresent())
                .orElseThrow(
                        () -> new Refusal(Problem.unprocessable("schools.problem.unknown-lesson")));
    }

    private LocalDate monday(String text) {
        return Mondays.of(Term.of(times.today())).stream()
                .filter(week -> week.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.unprocessable("schools.problem.week")));
    }

    private static SchoolClass open(Rights.Room room) {
        if (!room.schoolClass().open()) {
            throw new Refusal(Problem.conflict("schools.problem.class-closed"));
        }
        return room.schoolClass();
    }

    private static ModelAndView back(SchoolClass one) {
        return Html.seeOther("/console/classes/" + one.id() + "/lessons");
    }

    private static String stageOf(Rights.Room room) {
        return room.schoolClass().stage().slug();
    }

    private List<Row> chosen(Frame frame, List<ChosenLesson> list) {
        return list.stream()
                .flatMap(it ->
                        catalogue.lesson(it.lesson()).stream()
                                .map(lesson ->
                                        row(frame, lesson, ClassPage.week(frame, it.week()))))
                .toList();
    }

    private static Row row(Frame frame, Lesson lesson, String week) {
        return new Row(
                lesson.id(),
                frame.say(lesson.title()),
                frame.say(
                        "schools.lesson.about",
                        frame.say(lesson.stage().key()),
                        Math.max(1, (lesson.seconds() + 59) / 60)),
                week);
    }

    private static Map<String, String> stages(Frame frame) {
        Map<String, String> stages = new LinkedHashMap<>();
        stages.put("", frame.say("schools.stage.all"));
        for (Stage stage : Stage.values()) {
            stages.put(stage.slug(), frame.say(stage.key()));
        }
        return stages;
    }

    private Map<String, String> weeks(Frame frame) {
        Map<String, String> weeks = new LinkedHashMap<>();
        weeks.put("", frame.say("schools.week.none"));
        LocalDate monday = Mondays.of(times.today());
        Mondays.of(Term.of(times.today())).stream()
                .filter(it -> !it.isBefore(monday))
                .forEach(it -> weeks.put(it.toString(), ClassPage.week(frame, it)));
        return weeks;
    }
}
