package org.jiaxue.schools.mine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Progress;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.ChosenLesson;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.classes.LessonLists;
import org.jiaxue.schools.members.Members;
import org.jiaxue.schools.members.Membership;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Html;
import org.jiaxue.web.Ids;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.look.Lattice;
import org.jiaxue.web.look.Tile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A guardian's classes, each with its lessons and the guardian's own way through them. */
@Controller
class MyClassesPage {

    private final Members members;
    private final LessonLists lists;
    private final Catalogue catalogue;
    private final Learning learning;
    private final Regions regions;

    MyClassesPage(
            Members members,
            LessonLists lists,
            Catalogue catalogue,
            Learning learning,
            Regions regions) {
        this.members = members;
        this.lists = lists;
        this.catalogue = catalogue;
        this.learning = learning;
        this.regions = regions;
    }

    /** A lesson of a class's list. */
    record Row(String href, Tile tile, String title, List<String> meta) {}

    /** A class with its list; {@code done} counts the guardian's own completed lessons. */
    record One(ClassId id, String name, String school, String stage, List<Row> rows, int done) {}

    @GetMapping("/me/classes")
    @OpenTo(Audience.GUARDIAN)
    ModelAndView show(Frame frame, GuardianId guardian) {
        List<One> mine = members.of(guardian).stream().map(it -> one(frame, guardian, it)).toList();
        return Html.page("schools/mine/classes", frame, "mine", mine);
    }

    @PostMapping("/me/classes/{id}/departure")
    @OpenTo(value = Audience.GUARDIAN, scope = Viewer.Scope.LEARN)
    ModelAndView leave(Frame frame, GuardianId guardian, @PathVariable String id) {
        boolean left =
                Ids.parse(id)
                        .map(ClassId::new)
                        .filter(it -> members.leave(guardian, it))
                        .isPresent();
        if (!left) {
            throw new Refusal(Problem.notFound("schools.problem.not-in-class"));
        }
        return Html.seeOther("/me/classes");
    }

    private One one(Frame frame, GuardianId guardian, Membership membership) {
        SchoolClass one = membership.schoolClass();
        List<ChosenLesson> list = lists.of(one.id());
        Map<LessonId, Progress> progress =
                learning
                        .progress(guardian, list.stream().map(ChosenLesson::lesson).toList())
                        .stream()
                        .collect(Collectors.toMap(Progress::lesson, Function.identity()));
        List<Row> rows = new ArrayList<>();
        for (ChosenLesson chosen : list) {
            catalogue
                    .lesson(chosen.lesson())
                    .map(it -> row(frame, it, chosen.week(), progress.get(it.id())))
                    .ifPresent(rows::add);
        }
        return new One(
                one.id(),
                one.name(),
                regions.organisation(one.organisation()).map(Organisation::fullName).orElse(""),
                frame.say(membership.stage().key()),
                rows,
                (int) progress.values().stream().filter(Progress::completed).count());
    }

    private static Row row(
            Frame frame, Lesson lesson, @Nullable LocalDate week, @Nullable Progress progress) {
        List<String> meta = new ArrayList<>();
        meta.add(frame.say("schools.kind." + lesson.kind().name().toLowerCase(Locale.ROOT)));
        if (week != null) {
            meta.add(frame.say("schools.week", frame.texts().day(week)));
        }
        int percent = progress == null ? 0 : progress.percent();
        boolean completed = progress != null && progress.completed();
        return new Row(
                "/lessons/" + lesson.id(),
                Tile.lesson(lattice(lesson.kind()), lesson.seconds(), percent, completed),
                frame.say(lesson.title()),
                meta);
    }

    private static Lattice lattice(Lesson.Kind kind) {
        return switch (kind) {
            case VIDEO -> Lattice.STEPS;
            case ARTICLE -> Lattice.ICE;
            case AUDIO -> Lattice.WAVES;
        };
    }
}
