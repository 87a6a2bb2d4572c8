package org.jiaxue.home.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.Upcoming;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Pick;
import org.jiaxue.home.suggestion.Candidate.Further;
import org.jiaxue.home.suggestion.Candidate.Part;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Progress;
import org.jiaxue.learning.Subject;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a guardian could do next that fits a child of theirs and is not done yet. */
@Component
class Candidates {

    /** How many activities of the county are looked at. */
    private static final int VISITS = 20;

    /** How many lessons are looked at for each child. */
    private static final int LESSONS = 20;

    /** How far ahead an activity may be. */
    private static final Duration AHEAD = Duration.ofDays(28);

    private static final int COUNTY_DIGITS = 6;
    private static final int SECONDS = 60;

    private final Catalogue catalogue;
    private final Learning learning;
    private final Activities activities;
    private final Confirmations confirmations;
    private final Times times;

    Candidates(
            Catalogue catalogue,
            Learning learning,
            Activities activities,
            Confirmations confirmations,
            Times times) {
        this.catalogue = catalogue;
        this.learning = learning;
        this.activities = activities;
        this.confirmations = confirmations;
        this.times = times;
    }

    /** In order of fit, each kind of its own. */
    List<Candidate> of(Household household) {
        List<Lesson> all = catalogue.lessons();
        Map<LessonId, Progress> progress =
                learning
                        .progress(household.guardian(), all.stream().map(Lesson::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Progress::lesson, Function.identity()));
        Set<LessonId> answered = learning.answered(household.guardian(), progress.keySet());
        List<Candidate> found = new ArrayList<>(asks(household));
        for (Lesson lesson : all) {
            Progress one = progress.get(lesson.id());
            if (one != null && fits(household, lesson.stage(), lesson.ages())) {
                begun(lesson, one, progress, answered).ifPresent(found::add);
            }
        }
        found.addAll(fresh(household, progress));
        found.addAll(visits(household));
        return found;
    }

    private List<Candidate> asks(Household household) {
        return confirmations.askable(household.guardian()).stream()
                .filter(it -> it.place() != null)
                .map(it -> new Candidate(new Thing.Ask(it), 1, List.of(), null, null))
                .toList();
    }

    /** What is left of a lesson that was begun: some minutes of it, or its question. */
    private Optional<Candidate> begun(
            Lesson lesson, Progress progress, Map<LessonId, Progress> all, Set<LessonId> answered) {
        if (!progress.completed()) {
            int left = minutes(progress.left());
            Thing thing = new Thing.Finish(lesson, progress.percent());
            return Optional.of(lesson(thing, lesson, left, all));
        }
        return catalogue.question(lesson.id()).isEmpty() || answered.contains(lesson.id())
                ? Optional.empty()
                : Optional.of(
                        new Candidate(
                                new Thing.Answer(lesson),
                                1,
                                List.of(part(EventKind.REFLECTION_ANSWERED, lesson)),
                                null,
                                null));
    }

    /** Lessons that were not begun, for each child those that fit best. */
    private List<Candidate> fresh(Household household, Map<LessonId, Progress> progress) {
        LocalDate today = times.today();
        Map<LessonId, Pick> picks = new LinkedHashMap<>();
        Set<LessonId> known = progress.keySet();
        if (household.children().isEmpty()) {
            keep(picks, catalogue.picks(List.of(), List.of(), known, LESSONS));
        }
        for (Child child : household.children()) {
            List<Integer> months = List.of(child.monthsOn(today));
            keep(picks, catalogue.picks(months, List.of(child.stage()), known, LESSONS));
        }
        return picks.values().stream()
                .filter(it -> fits(household, it.lesson().stage(), it.lesson().ages()))
                .map(it -> fresh(it, progress))
                .toList();
    }

    private static void keep(Map<LessonId, Pick> picks, List<Pick> more) {
        more.forEach(it -> picks.putIfAbsent(it.lesson().id(), it));
    }

    private Candidate fresh(Pick pick, Map<LessonId, Progress> progress) {
        Lesson lesson = pick.lesson();
        boolean next = pick.reason() == Pick.Reason.NEXT_IN_COURSE;
        return lesson(new Thing.Begin(lesson, next), lesson, minutes(lesson.seconds()), progress);
    }

    /** A lesson with its question: both are told when it is completed and answered. */
    private Candidate lesson(
            Thing thing, Lesson lesson, int minutes, Map<LessonId, Progress> progress) {
        List<Part> parts = new ArrayList<>();
        parts.add(part(EventKind.LESSON_COMPLETED, lesson));
        if (catalogue.question(lesson.id()).isPresent()) {
            parts.add(part(EventKind.REFLECTION_ANSWERED, lesson));
        }
        return new Candidate(thing, minutes, parts, further(lesson, progress), null);
    }

    private static Part part(EventKind kind, Lesson lesson) {
        return new Part(kind, lesson.id().value(), Subject.about(lesson));
    }

    private @Nullable Further further(Lesson lesson, Map<LessonId, Progress> progress) {
        return catalogue
                .courseOf(lesson.id())
                .map(course ->
                        new Further(
                                course.id(),
                                lesson.id(),
                                course.lessons().stream()
                                        .filter(it -> !completed(progress.get(it)))
                                        .toList(),
                                whole(course)))
                .orElse(null);
    }

    private static boolean completed(@Nullable Progress progress) {
        return progress != null && progress.completed();
    }

    private Part whole(Course course) {
        int seconds = catalogue.lessons(course.lessons()).stream().mapToInt(Lesson::seconds).sum();
        return new Part(
                EventKind.COURSE_COMPLETED,
                course.id().value(),
                new Subject(course.title(), course.stage(), course.ages(), "", seconds));
    }

    /** Of each activity in the county the first session that was not gone to. */
    private List<Candidate> visits(Household household) {
        String division = household.division();
        String county = division.substring(0, Math.min(COUNTY_DIGITS, division.length()));
        LocalDate today = times.today();
        Activities.Family family =
                new Activities.Family(
                        household.children().stream().map(Child::stage).toList(),
                        household.children().stream().map(it -> it.monthsOn(today)).toList());
        Instant until = times.now().plus(AHEAD);
        return activities.fitting(household.guardian(), county, family, until, VISITS).stream()
                .map(Candidates::visit)
                .toList();
    }

    private static Candidate visit(Upcoming upcoming) {
        Activity activity = upcoming.activity();
        Duration length =
                Duration.between(upcoming.session().startsAt(), upcoming.session().endsAt());
        int seconds = Math.toIntExact(length.toSeconds());
        Subject subject =
                new Subject(activity.title(), activity.stage(), activity.ages(), "", seconds);
        return new Candidate(
                new Thing.Visit(upcoming),
                minutes(seconds),
                List.of(
                        new Part(
                                EventKind.ACTIVITY_ATTENDED,
                                upcoming.session().id().value(),
                                subject)),
                null,
                upcoming.session().startsAt());
    }

    /** Whether it is for a child of this family; with none, everything may be. */
    private boolean fits(Household household, Stage stage, @Nullable Ages ages) {
        LocalDate today = times.today();
        return household.children().isEmpty()
                || household.children().stream()
                        .anyMatch(child ->
                                child.stage() == stage
                                        || (ages != null && ages.fit(child.monthsOn(today))));
    }

    private static int minutes(int seconds) {
        return Math.max(1, (seconds + SECONDS - 1) / SECONDS);
    }
}
