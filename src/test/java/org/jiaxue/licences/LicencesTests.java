package org.jiaxue.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Reached;
import org.jiaxue.points.Telling;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@RecordApplicationEvents
class LicencesTests {

    private static int phones;

    @Autowired Catalogue catalogue;
    @Autowired Earner earner;
    @Autowired Licences licences;
    @Autowired People people;
    @Autowired Times times;
    @Autowired TransactionTemplate transactions;
    @Autowired ApplicationEvents published;

    @Test
    void a_star_needs_its_points_and_an_activity_and_is_told_once() {
        Telling someone = guardianWithChildrenAged(8);
        List<Reached> before = earn(points(someone, 104)).reached();
        LearningEvent activity = someone.event(EventKind.ACTIVITY_ATTENDED, "2026-03-30T10:00");

        List<Reached> reached = earn(List.of(activity)).reached();

        assertThat(before).isEmpty();
        assertThat(reached)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.scheme()).isEqualTo("shangcheng");
                    assertThat(it.layer()).isEqualTo("7-9");
                    assertThat(it.level()).isEqualTo(1);
                    assertThat(it.event()).isEqualTo(activity.id());
                    assertThat(it.news().zh()).isEqualTo("7–9 岁这一段，亮了第一颗星。");
                    assertThat(it.news().en()).isEqualTo("Ages 7–9: the first star is lit.");
                });
        assertThat(earn(List.of(activity)).reached()).isEmpty();
        Earner.Earnings again =
                earner.earnedBy(
                        Map.of(someone.guardian(), List.of(activity.id())),
                        activity.occurredAt(),
                        activity.occurredAt());
        assertThat(again.reached()).isEqualTo(reached);
        assertThat(publishedTo(someone.guardian()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.levelName().zh()).isEqualTo("一星");
                    assertThat(it.schemeName().zh()).isEqualTo("星级家长执照");
                    assertThat(it.division()).isEqualTo(someone.division());
                    assertThat(it.cause()).isEqualTo(activity.id());
                });
    }

    @Test
    void several_levels_may_be_reached_at_once() {
        Telling someone = guardianWithChildrenAged(8);
        earn(points(someone, 230));

        List<Reached> reached =
                earn(List.of(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-06-29T10:00")))
                        .reached();

        assertThat(reached).extracting(Reached::level).containsExactly(1, 2);
    }

    @Test
    void two_live_sessions_stand_in_for_an_activity() {
        Telling someone = guardianWithChildrenAged(8);
        earn(points(someone, 104));
        earn(List.of(someone.event(EventKind.LIVE_ATTENDED, "2026-06-01T19:00")));

        List<Reached> reached =
                earn(List.of(someone.event(EventKind.LIVE_ATTENDED, "2026-06-08T19:00"))).reached();

        assertThat(reached).extracting(Reached::level).containsExactly(1);
    }

    @Test
    void an_activity_without_points_left_still_counts_as_attended() {
        Telling someone = guardianWithChildrenAged(8);
        List<LearningEvent> events = new ArrayList<>(points(someone, 104));
        events.addAll(someone.lessons(8, "2026-06-01T08:00"));
        LearningEvent late = someone.event(EventKind.ACTIVITY_ATTENDED, "2026-06-01T18:00");
        earn(events);

        Earner.Earnings earnings = earn(List.of(late));

        assertThat(earnings.earned().getFirst().points()).isZero();
        assertThat(earnings.reached()).extracting(Reached::level).containsExactly(1);
    }

    @Test
    void what_is_learned_counts_for_the_child_whom_it_fits() {
        Telling someone = guardianWithChildrenAged(2, 8);

        earn(someone.about(0, 36).lessons(3, "2026-10-12T08:00"));
        earn(someone.about(84, 120).lessons(2, "2026-10-13T08:00"));
        earn(someone.about(150, 180).lessons(1, "2026-10-14T08:00"));

        assertThat(pointsIn(someone, "0-3")).isEqualTo(8);
        assertThat(pointsIn(someone, "7-9")).isEqualTo(4);
        assertThat(pointsIn(someone, "13-15")).isZero();
    }

    @Test
    void without_a_child_it_counts_where_its_ages_begin() {
        Telling someone = guardianWithChildrenAged();

        earn(someone.about(48, 130).lessons(1, "2026-10-12T08:00"));

        assertThat(pointsIn(someone, "4-6")).isEqualTo(2);
    }

    @Test
    void the_house_shows_what_is_lit_what_fills_and_what_comes_later() {
        Telling someone = guardianWithChildrenAged(8);
        List<LearningEvent> events = new ArrayList<>(points(someone, 130));
        events.add(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-06-29T10:00"));
        earn(events);

        Licences.Standings house = licences.standings(someone.guardian()).orElseThrow();

        assertThat(house.lit()).isEqualTo(1);
        Licences.Storey now = storey(house, "7-9");
        assertThat(now.time()).isEqualTo(Licences.Time.NOW);
        assertThat(now.reached()).isEqualTo(1);
        assertThat(now.percent()).isEqualTo(40);
        assertThat(storey(house, "4-6").time()).isEqualTo(Licences.Time.PAST);
        assertThat(storey(house, "10-12").time()).isEqualTo(Licences.Time.LATER);
        assertThat(licences.of(someone.guardian()))
                .singleElement()
                .satisfies(it -> assertThat(it.level()).isEqualTo(1));
    }

    @Test
    void the_way_to_the_next_star_promises_only_lessons_that_are_there() {
        Telling someone = guardianWithChildrenAged(8);
        earn(points(someone, 38));

        Licences.Progress next =
                licences.standings(someone.guardian()).orElseThrow().next().getFirst();

        assertThat(next.points()).isEqualTo(38);
        assertThat(next.pointsLeft()).isEqualTo(62);
        assertThat(next.activitiesLeft()).isEqualTo(1);
        assertThat(next.example().activities()).isEqualTo(1);
        int there = catalogue.lessons().size();
        assertThat(next.example().lessons()).isEqualTo(Math.min(18, there));
        assertThat(next.example().sum() + next.example().missing()).isGreaterThanOrEqualTo(62);
        assertThat(next.example().missing() == 0).isEqualTo(there >= 18);
    }

    @Test
    void what_brings_the_next_star_nearer_goes_by_the_rules_in_force() {
        Telling someone = guardianWithChildrenAged(8);
        earn(points(someone, 38));

        List<Licences.Way> ways = licences.nearer(someone.guardian(), "shangcheng", "7-9");

        assertThat(ways.getFirst())
                .isEqualTo(new Licences.Way(EventKind.ACTIVITY_ATTENDED, 10, 1, 7));
        assertThat(ways).extracting(Licences.Way::kind).contains(EventKind.LESSON_COMPLETED);
        assertThat(licences.nearer(someone.guardian(), "shangcheng", "no-layer")).isEmpty();
        assertThat(licences.nearer(someone.guardian(), "no-scheme", "7-9")).isEmpty();
    }

    private Telling guardianWithChildrenAged(int... years) {
        Phone phone = new Phone("15101%06d".formatted(++phones));
        GuardianId guardian = people.register(phone, "330102");
        people.giveConsent(guardian, Purpose.CHILDREN);
        for (int age : years) {
            // In the middle of the school year before: as old on 1 September as it is said.
            YearMonth month = YearMonth.of(2026, 3).minusYears(age);
            people.addChild(guardian, month);
        }
        return new Telling(guardian, "330102", Telling.someone().ages());
    }

    /** Lessons that bring so many points in all, at most 14 a day and 28 a week. */
    private static List<LearningEvent> points(Telling someone, int points) {
        List<LearningEvent> events = new ArrayList<>();
        LocalDate monday = LocalDate.of(2026, 1, 5);
        int left = points / 2;
        for (int turn = 0; left > 0; turn++) {
            LocalDate day = monday.plus(turn / 2, ChronoUnit.WEEKS).plusDays(turn % 2);
            events.addAll(someone.lessons(Math.min(7, left), day + "T08:00"));
            left -= Math.min(7, left);
        }
        return events;
    }

    private Earner.Earnings earn(List<LearningEvent> events) {
        return transactions.execute(_ -> earner.earn(events));
    }

    private List<LevelReached> publishedTo(GuardianId guardian) {
        return published.stream(LevelReached.class)
                .filter(it -> it.guardian().equals(guardian))
                .toList();
    }

    private int pointsIn(Telling someone, String layer) {
        return storey(licences.standings(someone.guardian()).orElseThrow(), layer).points();
    }

    private static Licences.Storey storey(Licences.Standings house, String layer) {
        return house.storeys().stream()
                .filter(it -> it.layer().equals(layer))
                .findFirst()
                .orElseThrow();
    }
}
