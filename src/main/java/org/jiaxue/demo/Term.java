package org.jiaxue.demo;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.activities.Activity;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.springframework.stereotype.Component;

/** Lives through the term, slot after slot. */
@Component
@DemoOnly
class Term {

    private static final int ACTIVITIES_A_MONTH = 2;
    private static final int MORNINGS_NEAR_A_STAR = 8;
    private static final int LESSONS_NEAR_A_STAR = 6;
    private static final int MORNINGS_TO_A_STAR = 10;
    private static final int SECONDS_LEFT = 90;

    private final Evenings evenings;
    private final Mornings mornings;
    private final Catalogue catalogue;
    private final TermTimes times;

    Term(Evenings evenings, Mornings mornings, Catalogue catalogue, TermTimes times) {
        this.evenings = evenings;
        this.mornings = mornings;
        this.catalogue = catalogue;
        this.times = times;
    }

    /**
     * Who is who in the three cases, the course that two of them take, and the lesson that is left
     * to the one near a star.
     */
    record Cases(Cast.Member near, Cast.Member holder, List<Lesson> course, Lesson left) {}

    Cases cases(List<Cast.Member> cast) {
        List<Lesson> course = shortCourse();
        return new Cases(cast.get(1), cast.get(2), course, course.getLast());
    }

    /** A course for a child at primary school that ends with a lesson of a minute or so. */
    private List<Lesson> shortCourse() {
        return catalogue.courses().stream()
                .filter(course -> course.stage() == Stage.PRIMARY)
                .map(course -> catalogue.lessons(course.lessons()))
                .filter(lessons -> lessons.getLast().seconds() < SECONDS_LEFT)
                .findFirst()
                .orElseThrow();
    }

    void live(Timetable timetable, List<Cast.Member> cast, Cases cases, StaffId organiser) {
        Random draw = new Random(7);
        Map<String, Activity> activities = new LinkedHashMap<>();
        Cast.FULL_COUNTIES.forEach(it -> activities.put(it, mornings.announce(organiser, it)));
        Map<GuardianId, Map<YearMonth, Integer>> came = new HashMap<>();
        List<Lesson> near = nearsLessons(cases);
        List<Lesson> holder = cases.course();
        int evening = 0;
        int morning = 0;
        for (Timetable.Slot slot : timetable.slots()) {
            switch (slot) {
                case Timetable.Slot.Evening(Instant at) -> {
                    List<Evenings.Wish> wishes = new ArrayList<>(evenings.wishes(cast, draw));
                    plan(near, cases.near(), evening).forEach(wishes::add);
                    plan(holder, cases.holder(), evening).forEach(wishes::add);
                    evenings.spend(at, wishes);
                    evening++;
                }
                case Timetable.Slot.Morning(Instant at) -> {
                    Map<Activity, List<GuardianId>> present = new LinkedHashMap<>();
                    for (String county : countiesOn(morning)) {
                        present.put(
                                requireNonNull(activities.get(county)),
                                present(livingIn(county, cast), cases, at, came, draw));
                    }
                    mornings.hold(present, at);
                    morning++;
                }
            }
        }
        times.wake();
        activities.values().forEach(it -> mornings.session(it, comingSaturday()));
    }

    /** The first county holds one each Saturday, the others take turns. */
    private static List<String> countiesOn(int morning) {
        List<String> all = Cast.FULL_COUNTIES;
        return List.of(all.getFirst(), all.get(1 + morning % (all.size() - 1)));
    }

    private static List<Cast.Member> livingIn(String county, List<Cast.Member> cast) {
        return cast.stream().filter(one -> one.division().startsWith(county)).toList();
    }

    private List<Lesson> nearsLessons(Cases cases) {
        LessonId left = cases.left().id();
        Stream<Lesson> others = catalogue.lessons(Stage.PRIMARY).stream();
        return Stream.concat(cases.course().stream(), others)
                .distinct()
                .filter(lesson -> !lesson.id().equals(left))
                .limit(LESSONS_NEAR_A_STAR)
                .toList();
    }

    /** A lesson every third evening until there is none left. */
    private static List<Evenings.Wish> plan(List<Lesson> lessons, Cast.Member who, int evening) {
        if (evening % 3 != 0 || evening / 3 >= lessons.size()) {
            return List.of();
        }
        return List.of(new Evenings.Wish(who.id(), lessons.get(evening / 3), true));
    }

    private List<GuardianId> present(
            List<Cast.Member> cast,
            Cases cases,
            Instant at,
            Map<GuardianId, Map<YearMonth, Integer>> came,
            Random draw) {
        YearMonth month = YearMonth.from(at.atZone(times.zone()));
        List<GuardianId> wanting =
                cast.stream()
                        .filter(one -> wants(one, cases, came, draw))
                        .map(Cast.Member::id)
                        .filter(id -> visits(came, id).getOrDefault(month, 0) < ACTIVITIES_A_MONTH)
                        .collect(Collectors.toList());
        wanting.forEach(id -> visits(came, id).merge(month, 1, Integer::sum));
        return wanting;
    }

    private static boolean wants(
            Cast.Member one,
            Cases cases,
            Map<GuardianId, Map<YearMonth, Integer>> came,
            Random draw) {
        int before = visits(came, one.id()).values().stream().mapToInt(Integer::intValue).sum();
        if (one.equals(cases.near())) {
            return before < MORNINGS_NEAR_A_STAR;
        }
        if (one.equals(cases.holder())) {
            return before < MORNINGS_TO_A_STAR;
        }
        return draw.nextDouble() < one.keen() / 3;
    }

    private static Map<YearMonth, Integer> visits(
            Map<GuardianId, Map<YearMonth, Integer>> came, GuardianId id) {
        return came.computeIfAbsent(id, _ -> new HashMap<>());
    }

    private Instant comingSaturday() {
        return times.today()
                .with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                .atTime(10, 0)
                .atZone(times.zone())
                .toInstant();
    }
}
