package org.jiaxue.licences.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jiaxue.AtOnce;
import org.jiaxue.Overlapping;
import org.jiaxue.identity.Role;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.Test;

/** What becomes of a code: it is taken in once, or given back, and cannot be guessed. */
class CounterTests extends WithStars {

    @Test
    void what_is_given_back_before_use_is_there_for_another_and_its_code_is_dead()
            throws Exception {
        GuardianId one = starred();
        GuardianId other = starred();
        OfferId id = opened(1, 1);
        TakingId taking = taken(one, id);
        String code = code(one, taking);
        assertThat(takings.take(other, id)).isInstanceOf(Got.NoneLeft.class);

        AtOnce.run(4, () -> takings.giveBack(one, taking));

        assertThat(left(id)).isEqualTo(1);
        assertThat(counter.use(venue, code)).isInstanceOf(Redeeming.GivenBack.class);
        TakingId theirs = taken(other, id);
        assertThat(counter.use(venue, code(other, theirs))).isInstanceOf(Redeeming.Used.class);
        assertThat(takings.giveBack(other, theirs)).isFalse();
        assertThat(left(id)).isZero();
    }

    @Test
    void giving_back_and_using_at_once_end_in_one_of_the_two() throws Exception {
        GuardianId guardian = starred();
        OfferId id = opened(3, 1);
        TakingId taking = taken(guardian, id);
        String code = code(guardian, taking);

        Overlapping.Both<Redeeming, Boolean> both =
                new Overlapping(transaction, jdbc)
                        .run(
                                () -> counter.use(venue, code),
                                () -> takings.giveBack(guardian, taking));

        assertThat(both.first()).isInstanceOf(Redeeming.Used.class);
        assertThat(both.second()).isFalse();
        assertThat(left(id)).isEqualTo(2);
    }

    @Test
    void a_code_is_taken_in_once_and_the_second_time_says_when() throws Exception {
        GuardianId guardian = starred();
        String code = code(guardian, taken(guardian, opened(1, 1)));
        assertThat(counter.look(venue, code)).isInstanceOf(Redeeming.Good.class);
        ConcurrentLinkedQueue<Redeeming> came = new ConcurrentLinkedQueue<>();

        AtOnce.run(4, () -> came.add(counter.use(venue, code)));

        assertThat(came).filteredOn(Redeeming.Used.class::isInstance).hasSize(1);
        assertThat(came).filteredOn(Redeeming.UsedBefore.class::isInstance).hasSize(3);
        Redeeming.Used first =
                came.stream()
                        .filter(Redeeming.Used.class::isInstance)
                        .map(Redeeming.Used.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(came)
                .filteredOn(Redeeming.UsedBefore.class::isInstance)
                .extracting(it -> ((Redeeming.UsedBefore) it).at().toEpochMilli())
                .containsOnly(first.at().toEpochMilli());
    }

    @Test
    void codes_cannot_be_guessed_and_a_busy_counter_is_not_shut() {
        Viewer.Staff guesser = staff("offer.guesser", Role.VENUE, COUNTY);
        GuardianId guardian = starred();
        String code = code(guardian, taken(guardian, opened(1, 1)));
        for (int i = 0; i < Counter.MOST_WRONG + 10; i++) {
            assertThat(counter.look(guesser, code)).isInstanceOf(Redeeming.Good.class);
        }
        for (int i = 0; i < Counter.MOST_WRONG; i++) {
            assertThat(counter.use(guesser, Code.random().letters()))
                    .isInstanceOf(Redeeming.Unknown.class);
        }

        assertThat(counter.use(guesser, code)).isInstanceOf(Redeeming.TooOften.class);
        assertThat(counter.use(reader, code)).isInstanceOf(Redeeming.Used.class);
    }

    @Test
    void a_counter_elsewhere_learns_nothing_of_a_code() {
        GuardianId guardian = starred();
        String code = code(guardian, taken(guardian, opened(1, 1)));

        assertThat(counter.use(staff("offer.elsewhere", Role.VENUE, "330106"), code))
                .isInstanceOf(Redeeming.Unknown.class);
        assertThat(counter.use(venue, code)).isInstanceOf(Redeeming.Used.class);
    }
}
