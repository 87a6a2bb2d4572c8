package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiaxue.web.GroupedLane.Waiting;
import org.junit.jupiter.api.Test;

class GroupedLaneTests {

    private static final Duration GLANCE = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final GroupedLane<Integer, Integer> lane = new GroupedLane<>(6);

    @Test
    void a_group_is_all_that_has_arrived_but_handfuls_are_not_parted() throws Exception {
        add(2);
        add(1);
        add(3);

        assertThat(lane.group(4, GLANCE)).hasSize(3);
        assertThat(lane.isEmpty()).isFalse();
        assertThat(lane.group(2, GLANCE)).hasSize(3);
        assertThat(lane.isEmpty()).isTrue();
        assertThat(lane.group(2, GLANCE)).isEmpty();
    }

    @Test
    void whoever_waited_too_long_is_given_up_wherever_they_stand() throws Exception {
        List<Waiting<Integer, Integer>> taken = add(1);
        List<Waiting<Integer, Integer>> next = add(2);
        List<Waiting<Integer, Integer>> later = add(1);
        assertThat(lane.group(1, GLANCE)).isEqualTo(taken);

        lane.giveUp(LONG);
        assertThat(List.of(taken, next, later))
                .allSatisfy(it -> assertState(it, Future.State.RUNNING));
        lane.giveUp(Duration.ZERO);
        assertThat(List.of(taken, next, later))
                .allSatisfy(it -> assertState(it, Future.State.CANCELLED));
    }

    @Test
    void what_was_given_up_is_not_done_and_makes_room() throws Exception {
        add(6);
        assertThat(lane.reserve(1)).isFalse();
        lane.giveUp(Duration.ZERO);

        assertThat(lane.group(6, GLANCE)).isEmpty();
        assertThat(lane.reserve(6)).isTrue();
    }

    @Test
    void an_answer_that_came_stands() throws Exception {
        Waiting<Integer, Integer> answered = add(1).getFirst();
        lane.group(1, GLANCE);
        answered.answer().complete(7);

        lane.giveUp(Duration.ZERO);

        assertThat(answered.answer()).isCompletedWithValue(7);
    }

    private List<Waiting<Integer, Integer>> add(int items) {
        List<Waiting<Integer, Integer>> handful =
                IntStream.range(0, items)
                        .mapToObj(it -> new Waiting<Integer, Integer>(0, it))
                        .toList();
        assertThat(lane.reserve(items)).isTrue();
        lane.add(handful);
        return handful;
    }

    private static void assertState(List<Waiting<Integer, Integer>> handful, Future.State state) {
        assertThat(handful).extracting(one -> one.answer().state()).containsOnly(state);
    }
}
