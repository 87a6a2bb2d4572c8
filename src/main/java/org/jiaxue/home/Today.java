package org.jiaxue.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.SessionId;
import org.jiaxue.activities.Upcoming;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Pick;
import org.jiaxue.home.TodayView.Hint;
import org.jiaxue.home.TodayView.PickRow;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Progress;
import org.jiaxue.schools.Schools;
import org.jiaxue.web.Frame;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Picks three things by fit alone: what was begun, what fits the children, what is on nearby.
 * Nobody's score and no count of views has a part in it.
 */
@Component
class Today {

    static final int PICKS = 3;

    /** How many lessons are looked at to find three. */
    private static final int CANDIDATES = 20;

    private static final int YEAR = 12;
    private static final int TOWNSHIP_DIGITS = 9;
    private static final int COUNTY_DIGITS = 6;

    private final Catalogue catalogue;
    private final Learning learning;
    private final Activities activities;
    private final Schools schools;
    private final People people;
    private final Rows rows;
    private final Nearness nearness;
    private final Times times;

    Today(
            Catalogue catalogue,
            Learning learning,
            Activities activities,
            Schools schools,
            People people,
            Rows rows,
            Nearness nearness,
            Times times) {
        this.catalogue = catalogue;
        this.learning = learning;
        this.activities = activities;
        this.schools = schools;
        this.people = people;
        this.rows = rows;
        this.nearness = nearness;
        this.times = times;
    }

    /** Picks over the stages, for somebody of whom nothing is known. */
    TodayView ofVisitor(Frame frame) {
        Map<Stage, Lesson> first = new LinkedHashMap<>();
        catalogue
                .picks(List.of(), List.of(), Set.of(), CANDIDATES)
                .forEach(pick -> first.putIfAbsent(pick.lesson().stage(), pick.lesson()));
        Optional<Upcoming> upcoming = activities.upcoming("", 1).stream().findFirst();
        List<PickRow> picks = new ArrayList<>();
        first.values().stream()
                .limit(PICKS - upcoming.stream().count())
                .forEach(it -> picks.add(rows.lesson(frame, it, rows.whyForStage(frame, it))));
        upcoming.ifPresent(
                it -> picks.add(rows.activity(frame, it, frame.say("home.why.open-to-all"))));
        return new TodayView(
                null,
                picks,
                null,
                new Hint(
                        frame.say("home.hint.visitor"),
                        frame.say("home.hint.visitor.action"),
                        "/sign-in"));
    }

    /** Picks for a guardian: what was begun, what fits their children, what is on nearby. */
    TodayView of(Frame frame, GuardianId guardian) {
        Household household = people.household(guardian);
        List<Progress> latest = learning.latest(guardian, Learning.MOST_LATEST);
        Optional<PickRow> begun = begun(frame, latest);
        Optional<PickRow> near = near(frame, household);
        Set<LessonId> known =
                latest.stream()
                        .map(Progress::lesson)
                        .collect(Collectors.toCollection(HashSet::new));
        List<PickRow> picks = new ArrayList<>();
        begun.ifPresent(picks::add);
        ofClass(frame, guardian, latest)
                .ifPresent(it -> {
                    known.add(it.lesson());
                    picks.add(it.row());
                });
        long room = PICKS - picks.size() - near.stream().count();
        fitting(household, known).stream()
                .limit(room)
                .forEach(it -> picks.add(rows.pick(frame, it, ages(household))));
        near.ifPresent(picks::add);
        return new TodayView(
                fit(frame, household),
                picks,
                nearness.of(frame, guardian).orElse(null),
                hint(frame, household));
    }

    /** The lesson that was left last before it counted as seen. */
    private Optional<PickRow> begun(Frame frame, List<Progress> latest) {
        return latest.stream()
                .filter(it -> !it.completed())
                .flatMap(it ->
                        catalogue.lesson(it.lesson()).stream()
                                .map(lesson -> rows.resumed(frame, lesson, it.percent())))
                .findFirst();
    }

    /** A pick with the lesson it is of. */
    private record OfClass(LessonId lesson, PickRow row) {}

    /** What a teacher chose for the guardian's class next, unless it is the one that was begun. */
    private Optional<OfClass> ofClass(Frame frame, GuardianId guardian, List<Progress> latest) {
        Optional<LessonId> begun =
                latest.stream()
                        .filter(it -> !it.completed())
                        .map(Progress::lesson)
                        .filter(it -> catalogue.lesson(it).isPresent())
                        .findFirst();
        return schools.next(guardian)
                .filter(next -> !begun.equals(Optional.of(next.lesson())))
                .flatMap(next ->
                        catalogue
                                .lesson(next.lesson())
                                .map(lesson ->
                                        new OfClass(
                                                lesson.id(),
                                                rows.lesson(
                                                        frame,
                                                        lesson,
                                                        frame.say(
                                                                "home.why.class",
                                                                next.schoolClass().name())))));
    }

    private List<Pick> fitting(Household household, Set<LessonId> known) {
        List<Stage> stages = household.children().stream().map(Child::stage).distinct().toList();
        return catalogue.picks(months(household), stages, known, PICKS);
    }

    /** The next activity in the guardian's township, else in their county, not yet gone to. */
    private Optional<PickRow> near(Frame frame, Household household) {
        Set<SessionId> gone =
                activities.attendedBy(household.guardian()).stream()
                        .map(it -> it.session().id())
                        .collect(Collectors.toSet());
        String township = head(household.division(), TOWNSHIP_DIGITS);
        String county = head(household.division(), COUNTY_DIGITS);
        return Stream.of(township, county)
                .flatMap(place ->
                        activities.upcoming(place, CANDIDATES).stream()
                                .filter(it -> !gone.contains(it.session().id()))
                                .limit(1)
                                .map(it -> rows.activity(frame, it, rows.whyNear(frame, place))))
                .findFirst();
    }

    private static String head(String division, int digits) {
        return division.substring(0, Math.min(digits, division.length()));
    }

    private @Nullable String fit(Frame frame, Household household) {
        List<Integer> ages = ages(household);
        if (ages.isEmpty()) {
            return null;
        }
        String list =
                ages.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(frame.say("home.and")));
        return frame.say("home.fit.ages", list);
    }

    private static @Nullable Hint hint(Frame frame, Household household) {
        return household.children().isEmpty()
                ? new Hint(
                        frame.say("home.hint.children"),
                        frame.say("home.hint.children.action"),
                        "/me/family")
                : null;
    }

    private List<Integer> months(Household household) {
        LocalDate today = times.today();
        return household.children().stream().map(child -> child.monthsOn(today)).toList();
    }

    /** The children's ages in years, those who were born, youngest first. */
    private List<Integer> ages(Household household) {
        return months(household).stream()
                .filter(months -> months >= 0)
                .map(months -> months / YEAR)
                .distinct()
                .toList();
    }
}
