package org.jiaxue.points.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jiaxue.Overlapping;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Points;
import org.jiaxue.points.hold.Hold.State;
import org.jiaxue.points.hold.Hold.Step;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Who decides what about points that are held, until when, and what comes of it. */
class DecisionTests extends AtTheHold {

    @Test
    void what_is_released_counts_as_if_it_had_never_been_held() {
        held(1, "2026-10-12T08:00");

        assertThat(release(officer)).isEqualTo(Deciding.DONE);

        assertThat(balance()).isEqualTo(2);
        assertThat(newest().points()).isEqualTo(2);
        assertThat(newest().held()).isZero();
        assertThat(newest().waits()).isFalse();
        assertThat(newest().why().zh()).isEqualTo("核对过了，照常算数。");
        assertThat(hold().state()).isEqualTo(State.RELEASED);
        assertThat(lines()).containsExactly("held 2", "held -2", "counted 2");
    }

    @Test
    void what_is_refused_is_worth_nothing_and_leaves_its_caps_to_the_others() {
        held(7, "2026-10-12T08:00");
        earn(someone.lessons(2, "2026-10-12T10:00"));
        assertThat(balance()).isEqualTo(1);

        assertThat(refuse(officer)).isEqualTo(Deciding.DONE);

        assertThat(balance()).isEqualTo(3);
        assertThat(entry(0).points()).isZero();
        assertThat(entry(0).why().zh()).startsWith("核对过了，这一笔没有记分");
    }

    @Test
    void what_was_refused_stays_worth_nothing_when_the_ledger_is_settled_again() {
        held(1, "2026-10-12T08:00");
        refuse(officer);

        earn(someone.lessons(8, "2026-10-12T07:00"));

        assertThat(balance()).isEqualTo(15);
        assertThat(entry(8).points()).isZero();
        assertThat(entry(8).why().zh()).startsWith("核对过了，这一笔没有记分");
    }

    @Test
    void a_late_fact_that_is_held_lowers_no_total_that_was_seen() {
        earn(someone.lessons(8, "2026-10-12T10:00"));
        assertThat(balance()).isEqualTo(15);

        earn(someone.lessons(8, "2026-10-12T07:00"), QUICK);
        assertThat(balance()).isEqualTo(15);

        refuse(officer);
        assertThat(balance()).isEqualTo(15);
    }

    @Test
    void a_decision_is_taken_once_whoever_comes_again() {
        held(1, "2026-10-12T08:00");
        release(officer);

        assertThat(refuse(another)).isEqualTo(Deciding.ALREADY);
        assertThat(release(officer)).isEqualTo(Deciding.ALREADY);
        assertThat(decide(another, Step.APPEAL, Reason.NOT_READ)).isEqualTo(Deciding.ALREADY);
        assertThat(balance()).isEqualTo(2);
    }

    @Test
    void of_two_officers_at_once_one_decides() throws Exception {
        held(1, "2026-10-12T08:00");

        Deciding second =
                new Overlapping(transactions, jdbc)
                        .run(() -> release(officer), () -> refuse(another))
                        .second();

        assertThat(second).isEqualTo(Deciding.ALREADY);
        assertThat(balance()).isEqualTo(2);
        assertThat(store.decisions(hold())).hasSize(1);
    }

    @Test
    void a_decision_and_a_batch_at_once_wait_for_each_other() throws Exception {
        held(7, "2026-10-12T08:00");
        List<LearningEvent> more = someone.lessons(2, "2026-10-12T10:00");

        new Overlapping(transactions, jdbc).run(() -> refuse(officer), () -> earn(more));

        assertThat(balance()).isEqualTo(3);
    }

    @Test
    void a_guardian_says_something_once_while_it_waits() {
        held(1, "2026-10-12T08:00");

        assertThat(say("我们一家四口用一台平板。")).isEqualTo(Deciding.DONE);
        assertThat(say("再说一句。")).isEqualTo(Deciding.ALREADY);
        release(officer);

        assertThat(store.said(hold())).extracting(Hold.Said::words).containsExactly("我们一家四口用一台平板。");
    }

    @Test
    void nothing_is_said_and_nothing_appealed_for_somebody_else() {
        UUID id = held(1, "2026-10-12T08:00").id();
        var stranger = guardian().guardian();
        var viewer = Viewer.Guardian.inPerson(stranger);

        assertThat(decisions.say(viewer, stranger, id, "我的。")).isEqualTo(Deciding.UNKNOWN);
        assertThat(decisions.appeal(viewer, stranger, id, "我的。")).isEqualTo(Deciding.UNKNOWN);
    }

    @Test
    void what_nobody_decides_in_fifteen_days_is_released_by_itself_and_never_refused() {
        held(1, "2026-10-12T08:00");

        at("2026-10-27T23:59");
        job.work();
        assertThat(hold().state()).isEqualTo(State.WAITING);

        at("2026-10-28T00:00");
        assertThat(refuse(officer)).isEqualTo(Deciding.TOO_LATE);
        job.work();

        assertThat(hold().state()).isEqualTo(State.RELEASED);
        assertThat(balance()).isEqualTo(2);
        assertThat(newest().why().zh()).isEqualTo("15 天里没有看完，照常算数。");
        String late =
                """
                insert into points.hold_decision (
                    guardian_id, event_id, step, outcome, reason, decided_at)
                select guardian_id, event_id, 'appeal', 'refused', 'in-time', now()
                from points.hold limit 1
                """;
        assertThatThrownBy(() -> jdbc.sql(late).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("hold_decision_");
    }

    @Test
    void whatever_is_decided_in_whatever_order_the_balance_is_the_sum_and_never_falls() {
        Random random = new Random(20261012);
        int seen = 0;
        for (int day = 5; day <= 18; day++) {
            String date = "2026-10-%02dT".formatted(day);
            at(date + "22:00");
            String time = date + "%02d:00".formatted(random.nextInt(6, 20));
            List<LearningEvent> lessons = someone.lessons(1 + random.nextInt(6), time);
            if (random.nextBoolean()) {
                earn(lessons, QUICK);
            } else {
                earn(lessons);
            }
            for (Hold hold : shuffled(store.of(someone.guardian()), random)) {
                decideSomehow(hold, random);
                assertThat(balance()).isGreaterThanOrEqualTo(seen);
                seen = balance();
            }
        }
        assertThat(seen).isPositive();
    }

    private void decideSomehow(Hold hold, Random random) {
        Reason reason = random.nextBoolean() ? Reason.NOTHING_FOUND : Reason.NOT_READ;
        switch (hold.state()) {
            case WAITING -> decisions.decide(officer, hold.id(), Step.FIRST, reason, null, COUNTY);
            case APPEALED ->
                    decisions.decide(another, hold.id(), Step.APPEAL, reason, null, COUNTY);
            case REFUSED ->
                    decisions.appeal(
                            Viewer.Guardian.inPerson(hold.guardian()),
                            hold.guardian(),
                            hold.id(),
                            "请再看看。");
            case RELEASED, FINAL -> {}
        }
    }

    private static List<Hold> shuffled(List<Hold> holds, Random random) {
        List<Hold> some = new ArrayList<>(holds);
        Collections.shuffle(some, random);
        return some.subList(0, Math.min(3, some.size()));
    }

    /** The entry that is so many from the oldest. */
    private Points.Entry entry(int place) {
        return points.entries(someone.guardian(), null, Points.MOST)
                .entries()
                .reversed()
                .get(place);
    }

    private List<String> lines() {
        return jdbc.sql(
                        """
                        select state || ' ' || points from points.entry
                        where guardian_id = :guardian
                        order by entry_id
                        """)
                .param("guardian", someone.guardian().value())
                .query(String.class)
                .list();
    }
}
