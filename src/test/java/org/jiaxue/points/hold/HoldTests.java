package org.jiaxue.points.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.Overlapping;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Telling;
import org.jiaxue.points.hold.Hold.State;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What is held, what is not, and what is shown of it. */
class HoldTests extends AtTheHold {

    @Test
    void the_answer_that_would_have_said_the_points_says_already_that_they_are_checked() {
        Earned earned = earn(someone.lessons(1, "2026-10-12T08:00"), QUICK).getFirst();

        assertThat(earned.points()).isZero();
        assertThat(earned.held()).isEqualTo(2);
        assertThat(earned.why().zh()).isEqualTo("看完《早晨清单》，这笔积分（2 分）正在核对，15 天内有人看，结果写在这里。");
        assertThat(earned.why().en())
                .isEqualTo(
                        "Finished “The morning list”. Being checked (2 points): somebody looks"
                                + " within 15 days, and the outcome will stand here.");
        assertThat(balance()).isZero();
        assertThat(newest().waits()).isTrue();
        assertThat(newest().points()).isZero();
        assertThat(newest().held()).isEqualTo(2);
        assertThat(newest().hold()).isEqualTo(hold().id());
    }

    @Test
    void told_again_it_says_the_same_and_is_held_once() {
        List<LearningEvent> events = someone.lessons(1, "2026-10-12T08:00");
        earn(events, QUICK);

        assertThat(earn(events, QUICK)).isEmpty();
        LearningEvent event = events.getFirst();
        Earner.Earnings so =
                earner.earnedBy(
                        Map.of(someone.guardian(), List.of(event.id())),
                        event.occurredAt(),
                        event.occurredAt());
        assertThat(so.earned())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.points()).isZero();
                    assertThat(it.held()).isEqualTo(2);
                    assertThat(it.why().zh()).contains("正在核对");
                });
        assertThat(store.of(someone.guardian())).hasSize(1);
    }

    @Test
    void caps_see_what_is_held() {
        earn(someone.lessons(7, "2026-10-12T08:00"), QUICK);

        List<Earned> rest = earn(someone.lessons(2, "2026-10-12T10:00"));

        assertThat(rest).extracting(Earned::points).containsExactly(1, 0);
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void what_is_held_lights_no_star_and_counts_for_no_deed() {
        earn(List.of(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-11T10:00")), QUICK);

        assertThat(counted()).isZero();

        release(officer);

        assertThat(counted()).isEqualTo(1);
        assertThat(balance()).isEqualTo(10);
    }

    @Test
    void a_deed_whose_points_a_cap_cut_to_nothing_counts_once_it_is_released() {
        for (String day : List.of("03", "04")) {
            earn(List.of(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-" + day + "T10:00")));
        }
        Earned third =
                earn(List.of(someone.event(EventKind.ACTIVITY_ATTENDED, "2026-10-05T10:00")), QUICK)
                        .getFirst();
        assertThat(third.held()).isZero();
        assertThat(third.why().zh()).contains("这一笔正在核对");
        assertThat(newest().waits()).isTrue();
        assertThat(counted()).isEqualTo(2);

        release(officer);

        assertThat(counted()).isEqualTo(3);
        assertThat(newest().waits()).isFalse();
        assertThat(newest().why().zh()).isEqualTo("核对过了，照常算数。");
    }

    @Test
    void a_neighbour_in_the_same_batch_is_not_held() {
        Telling neighbour = guardian();
        LearningEvent quiet = neighbour.lessons(1, "2026-10-12T08:00").getFirst();
        LearningEvent quick = someone.lessons(1, "2026-10-12T08:00").getFirst();
        LearningEvent own = someone.lessons(1, "2026-10-12T09:00").getFirst();

        transactions.executeWithoutResult(
                _ -> earner.earn(List.of(quiet, quick, own), Map.of(quick.id(), QUICK)));

        assertThat(points.sums(neighbour.guardian()).balance()).isEqualTo(2);
        assertThat(balance()).isEqualTo(2);
        assertThat(store.of(neighbour.guardian())).isEmpty();
    }

    @Test
    void the_fourth_guardian_of_a_day_on_a_device_is_held_and_the_first_three_go_on() {
        Circumstances tablet = on(device());
        List<Telling> family = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            family.add(guardian());
            earn(family.get(i).lessons(1, "2026-10-12T08:00"), tablet);
        }
        family.forEach(it -> earn(it.lessons(1, "2026-10-12T09:00"), tablet));

        assertThat(family)
                .extracting(it -> points.sums(it.guardian()).balance())
                .containsExactly(4, 4, 4, 0);
        assertThat(store.of(family.getLast().guardian()))
                .allSatisfy(it -> {
                    assertThat(it.detector()).isEqualTo("many-on-one-device");
                    assertThat(it.figures()).isEqualTo(Map.of("guardians-on-device", 4));
                });
    }

    @Test
    void the_third_and_the_fourth_in_two_transactions_at_once_are_told_apart() throws Exception {
        Circumstances tablet = on(device());
        earn(guardian().lessons(1, "2026-10-12T08:00"), tablet);
        earn(guardian().lessons(1, "2026-10-12T08:00"), tablet);
        Telling third = guardian();
        Telling fourth = guardian();
        LearningEvent one = third.lessons(1, "2026-10-12T08:00").getFirst();
        LearningEvent other = fourth.lessons(1, "2026-10-12T08:00").getFirst();

        new Overlapping(transactions, jdbc)
                .run(
                        () -> earner.earn(List.of(one), Map.of(one.id(), tablet)),
                        () -> earn(List.of(other), tablet));

        assertThat(store.of(third.guardian())).isEmpty();
        assertThat(store.of(fourth.guardian())).hasSize(1);
    }

    @Test
    void four_guardians_of_one_batch_are_numbered_and_one_of_them_is_held() {
        Circumstances tablet = on(device());
        List<LearningEvent> batch = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            batch.addAll(guardian().lessons(2, "2026-10-12T08:00"));
        }

        List<Earned> earned = earn(batch, tablet);

        assertThat(earned).filteredOn(it -> it.held() > 0).hasSize(2);
        assertThat(earned).filteredOn(it -> it.points() > 0).hasSize(6);
    }

    @Test
    void two_devices_of_one_guardian_at_once_are_two_devices_of_one_guardian() throws Exception {
        List<LearningEvent> one = someone.lessons(1, "2026-10-12T08:00");
        List<LearningEvent> other = someone.lessons(1, "2026-10-12T09:00");
        Circumstances phone = on(device());

        new Overlapping(transactions, jdbc)
                .run(
                        () -> earner.earn(one, Map.of(one.getFirst().id(), phone)),
                        () -> earn(other, on(device())));

        assertThat(balance()).isEqualTo(4);
    }

    @Test
    void three_hundred_families_at_a_parents_evening_are_not_held() {
        Circumstances wifi = new Circumstances(null, device(), null, 5, 100);
        List<LearningEvent> evening = new ArrayList<>();
        Map<UUID, Circumstances> seen = new HashMap<>();
        for (int i = 0; i < 320; i++) {
            LearningEvent event = Telling.someone().lessons(1, "2026-10-12T19:00").getFirst();
            evening.add(event);
            seen.put(event.id(), wifi);
        }
        LearningEvent fast = someone.lessons(1, "2026-10-12T19:00").getFirst();
        transactions.executeWithoutResult(_ -> earner.earn(evening, seen));

        earn(List.of(fast), new Circumstances(null, wifi.network(), null, 30, 100));

        assertThat(hold().detector()).isEqualTo("crowded-network-and-fast");
        assertThat(evening).allSatisfy(it -> assertThat(store.of(it.guardian())).isEmpty());
    }

    @Test
    void what_was_seen_is_forgotten_after_thirty_days_and_who_was_where_after_two() {
        earn(someone.lessons(1, "2026-10-12T08:00"), on(device()));

        clock.set(clock.now().plus(Duration.ofDays(2)).minusSeconds(1));
        job.work();
        assertThat(rows("visit")).isEqualTo(1);
        clock.set(clock.now().plusSeconds(2));
        job.work();
        assertThat(rows("visit")).isZero();
        assertThat(rows("circumstance")).isEqualTo(1);

        clock.set(clock.now().plus(Duration.ofDays(28)));
        job.work();
        assertThat(rows("circumstance")).isZero();
        assertThat(balance()).isEqualTo(2);
    }

    @Test
    void holds_and_what_was_said_and_decided_of_them_are_only_added() {
        held(1, "2026-10-12T08:00");
        say("孩子的爷爷奶奶也用这台平板。");
        refuse(officer);

        for (String table : List.of("hold", "hold_word", "hold_decision", "detector_set")) {
            assertThatThrownBy(() -> jdbc.sql("delete from points." + table).update())
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() ->
                        jdbc.sql("update points.hold_decision set outcome = 'released'").update())
                .isInstanceOf(DataAccessException.class);
        assertThat(hold().state()).isEqualTo(State.REFUSED);
    }

    private int counted() {
        return jdbc.sql(
                        """
                        select count(distinct event_id) from licences.counted
                        where guardian_id = :guardian
                        """)
                .param("guardian", someone.guardian().value())
                .query(Integer.class)
                .single();
    }

    private int rows(String table) {
        return jdbc.sql(
                        """
                        select count(*) from points.%s where guardian_id = :guardian
                        """
                                .formatted(table))
                .param("guardian", someone.guardian().value())
                .query(Integer.class)
                .single();
    }

    private static Circumstances on(String device) {
        return new Circumstances(device, null, null, 0, 100);
    }

    private static String device() {
        return (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    }
}
