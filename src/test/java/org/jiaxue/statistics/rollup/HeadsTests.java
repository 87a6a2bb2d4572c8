package org.jiaxue.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeadsTests {

    /** Four times the standard error, which one of 16,000 estimates passes; the seed is fixed. */
    private static final double FAR_OUT_PERCENT = 3.2;

    @Test
    void whoever_is_in_several_sets_is_counted_once_and_exactly() {
        Random random = new Random(5);
        long[] all = random.longs(Heads.EXACT).toArray();
        Heads together = new Heads();
        for (int part = 0; part < 40; part++) {
            Heads some = new Heads();
            for (int i = 0; i < all.length; i++) {
                if (i % 40 == part || random.nextInt(3) == 0) {
                    some.add(all[i]);
                }
            }
            together.add(some.toStore());
        }

        assertThat(together.size().exact()).isTrue();
        assertThat(together.size().about()).isEqualTo(Heads.EXACT);
        assertThat(Heads.about(List.of(together.toStore(), together.toStore())))
                .isEqualTo(Heads.EXACT);
    }

    @Test
    void a_larger_set_is_estimated_and_its_bounds_hold_the_truth() {
        for (int size : new int[] {20_000, 100_000, 1_000_000}) {
            Heads many = new Heads();
            new Random(size).longs(size).forEach(many::add);
            Heads.Size told = many.size();

            assertThat(told.exact()).isFalse();
            assertThat(told.about()).isCloseTo((long) size, withPercentage(FAR_OUT_PERCENT));
            assertThat(told.utmost()).isGreaterThanOrEqualTo(size);
            assertThat(told.least()).isLessThan(told.about()).isPositive();
            assertThat(told.most()).isBetween(told.about(), told.utmost());
        }
    }

    @Test
    void whoever_leaves_is_no_longer_counted() {
        Heads some = new Heads();
        LongStream.range(0, 100).forEach(some::add);

        byte[] left = Heads.without(some.toStore(), List.of(3L, 4L, 400L));

        assertThat(Heads.about(List.of(left))).isEqualTo(98);
    }

    @Test
    void the_order_in_which_guardians_come_leaves_no_trace() {
        Heads one = new Heads();
        Heads other = new Heads();
        LongStream.range(0, 500).forEach(one::add);
        LongStream.range(0, 500).map(it -> 499 - it).forEach(other::add);

        assertThat(one.toStore()).isEqualTo(other.toStore());
    }

    @Test
    void what_cannot_be_read_is_nobody() {
        assertThat(Heads.about(List.of(new byte[] {1, 2, 3}))).isZero();
        assertThat(Heads.about(List.of(new byte[64]))).isZero();
    }
}
