package org.jiaxue.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.RoomTest;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class LedgerTests {

    @Autowired Earner earner;
    @Autowired Points points;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private final Telling someone = Telling.someone();

    @Test
    void a_lesson_is_credited_and_says_why_in_both_languages() {
        Earned earned = earn(someone.lessons(1, "2026-10-12T08:00")).getFirst();

        assertThat(earned.points()).isEqualTo(2);
        assertThat(earned.rule()).isEqualTo("lesson-completed");
        assertThat(earned.version()).isEqualTo(1);
        assertThat(earned.why().zh()).isEqualTo("看完《早晨清单》，真正看过 80% 以上，记 2 分。");
        assertThat(earned.why().en())
                .isEqualTo(
                        "Finished “The morning list”. At least 80% of it really played, so 2"
                                + " points.");
        assertThat(balance()).isEqualTo(2);
    }

    @Test
    void a_lesson_told_twice_is_paid_once() {
        List<LearningEvent> events = someone.lessons(1, "2026-10-12T08:00");
        earn(events);

        assertThat(earn(events)).isEmpty();
        assertThat(earn(List.of(events.getFirst(), events.getFirst()))).isEmpty();
        assertThat(balance()).isEqualTo(2);
        Earner.Earnings so = earnedBy(events);
        assertThat(so.earned())
                .singleElement()
                .satisfies(it -> assertThat(it.points()).isEqualTo(2));
    }

    @Test
    void a_full_day_cuts_and_says_so_but_every_event_has_an_entry() {
        List<Earned> earned = earn(someone.lessons(9, "2026-10-12T08:00"));

        assertThat(earned).extracting(Earned::points).containsExactly(2, 2, 2, 2, 2, 2, 2, 1, 0);
        assertThat(earned.get(7).why().zh()).endsWith("，本来记 2 分，每天最多记 15 分，这次记 1 分。");
        assertThat(earned.get(8).why().zh()).isEqualTo("看完《早晨清单》，当天已记满 15 分，这次学的算数，不再加分。");
        assertThat(balance()).isEqualTo(15);
    }

    @Test
    void a_day_is_the_regions_day() {
        earn(someone.lessons(8, "2026-10-12T23:40"));

        assertThat(earn(someone.lessons(1, "2026-10-13T00:01")).getFirst().points()).isEqualTo(2);
    }

    @Test
    void a_week_ends_on_sunday() {
        for (int day = 12; day <= 14; day++) {
            earn(someone.lessons(8, "2026-10-" + day + "T08:00"));
        }
        Earned sunday = earn(someone.lessons(1, "2026-10-18T08:00")).getFirst();
        Earned monday = earn(someone.lessons(1, "2026-10-19T08:00")).getFirst();

        assertThat(sunday.points()).isZero();
        assertThat(sunday.why().zh()).contains("当周已记满 40 分");
        assertThat(monday.points()).isEqualTo(2);
    }

    @Test
    void two_activities_a_month_bring_points_and_a_third_says_why_not() {
        List<LearningEvent> activities =
                List.of(
                        someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-03T10:00"),
                        someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-10T10:00"),
                        someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-17T10:00"),
                        someone.event(EventKind.ACTIVITY_ATTENDED, "2026-11-07T10:00"));

        List<Earned> earned = earn(activities);

        assertThat(earned).extracting(Earned::points).containsExactly(10, 10, 0, 10);
        assertThat(earned.get(2).why().zh()).contains("这一类当月已记满 20 分");
    }

    @Test
    void a_session_counts_once_by_the_better_of_live_and_replay() {
        UUID session = Ids.next();
        earn(List.of(someone.event(EventKind.REPLAY_WATCHED, session, "2026-10-14T20:00")));
        assertThat(balance()).isEqualTo(3);

        earn(List.of(someone.event(EventKind.LIVE_ATTENDED, session, "2026-10-12T19:00")));

        assertThat(balance()).isEqualTo(5);
        assertThat(shown()).extracting(Points.Entry::points).containsExactly(0, 5);
    }

    @Test
    void what_arrives_late_is_counted_in_its_order_and_nobody_is_shown_points_taken_away() {
        List<LearningEvent> evening = someone.lessons(8, "2026-10-12T20:00");
        earn(evening);
        LearningEvent morning = someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-12T09:00");

        Earned late = earn(List.of(morning)).getFirst();

        assertThat(late.points()).isEqualTo(10);
        assertThat(balance()).isEqualTo(15);
        assertThat(shown())
                .extracting(Points.Entry::points)
                .containsExactly(0, 0, 0, 0, 0, 1, 2, 2, 10);
        assertThat(shown().getFirst().why().zh()).contains("总分没有少");
        points.audit(someone.guardian());
    }

    @Test
    void a_total_that_was_seen_is_kept_when_the_order_of_facts_would_lower_it() {
        for (int day = 5; day <= 7; day++) {
            earn(someone.lessons(8, "2026-10-0" + day + "T08:00"));
        }
        earn(
                List.of(
                        someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-17T10:00"),
                        someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-24T10:00")));
        assertThat(balance()).isEqualTo(60);

        // It takes ten points of the first week's cap and ten of the month's cap on activities.
        earn(List.of(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-04T10:00")));
        earn(List.of(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-05T07:00")));

        assertThat(balance()).isGreaterThanOrEqualTo(60);
        assertThat(shown()).allSatisfy(it -> assertThat(it.points()).isNotNegative());
        assertThat(states()).contains("kept");
        points.audit(someone.guardian());
    }

    @Test
    void sums_by_kind_and_day_do_not_depend_on_arrival() {
        Telling other = Telling.someone();
        List<LearningEvent> events = term(someone);
        earn(events);
        List<LearningEvent> same = new ArrayList<>();
        for (LearningEvent event : events) {
            same.add(other.event(event.kind(), event.cause(), event.occurredAt()));
        }
        for (LearningEvent event : Telling.shuffled(same, 20260901)) {
            earn(List.of(event));
        }

        assertThat(sumsOf(other.guardian())).isEqualTo(sumsOf(someone.guardian()));
        points.audit(other.guardian());
        points.audit(someone.guardian());
    }

    @Test
    void a_batch_credits_each_guardian_by_itself() {
        Telling other = Telling.someone();
        List<LearningEvent> events = new ArrayList<>(someone.lessons(8, "2026-10-12T08:00"));
        events.addAll(other.lessons(3, "2026-10-12T08:00"));

        List<Earned> earned = earn(Telling.shuffled(events, 5));

        assertThat(earned).hasSize(11);
        assertThat(balance()).isEqualTo(15);
        assertThat(points.sums(other.guardian()).balance()).isEqualTo(6);
    }

    @Test
    void where_no_rules_are_in_force_learning_is_kept_without_points() {
        Earned earned = earn(someone.in("110101").lessons(1, "2026-10-12T08:00")).getFirst();

        assertThat(earned.points()).isZero();
        assertThat(earned.why().zh()).contains("还没有积分规则");
    }

    /** Ten weeks of everything, more than the caps let through. */
    private static List<LearningEvent> term(Telling who) {
        List<LearningEvent> events = new ArrayList<>();
        for (int day = 1; day <= 28; day += 3) {
            String date = "2026-09-%02dT".formatted(day);
            events.addAll(who.lessons(5, date + "08:00"));
            events.add(who.event(EventKind.REFLECTION_ANSWERED, date + "08:30"));
            events.add(who.event(EventKind.ACTIVITY_ATTENDED, date + "10:00"));
            events.add(who.event(EventKind.NOTE_WRITTEN, date + "21:00"));
            UUID session = Ids.next();
            events.add(who.event(EventKind.LIVE_ATTENDED, session, date + "19:00"));
            events.add(who.event(EventKind.REPLAY_WATCHED, session, date + "22:00"));
        }
        return events;
    }

    private List<Earned> earn(List<LearningEvent> events) {
        return transactions.execute(_ -> earner.earn(events)).earned();
    }

    private int balance() {
        return points.sums(someone.guardian()).balance();
    }

    private List<Points.Entry> shown() {
        return points.entries(someone.guardian(), null, Points.MOST).entries();
    }

    private List<String> states() {
        return jdbc.sql("select state from points.entry where guardian_id = :guardian")
                .param("guardian", someone.guardian().value())
                .query(String.class)
                .list();
    }

    private Map<String, Integer> sumsOf(GuardianId guardian) {
        return jdbc
                .sql(
                        """
                        select kind || ' ' || day, sum(points)
                        from points.entry
                        where guardian_id = :guardian and state = 'counted'
                        group by kind, day
                        """)
                .param("guardian", guardian.value())
                .query((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Earner.Earnings earnedBy(List<LearningEvent> events) {
        return earner.earnedBy(
                Map.of(someone.guardian(), ids(events)),
                events.getFirst().occurredAt(),
                events.getLast().occurredAt());
    }

    private static List<UUID> ids(List<LearningEvent> events) {
        return events.stream().map(LearningEvent::id).toList();
    }
}
