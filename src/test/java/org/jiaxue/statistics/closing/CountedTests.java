package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.rollup.Count;
import org.jiaxue.statistics.suppression.Cell;
import org.junit.jupiter.api.Test;

class CountedTests {

    private static final Period WEEK = Period.weekOf(LocalDate.of(2026, 3, 2));

    /** A province, a city, a county, two townships, and those nobody knows more of in each. */
    @Test
    void a_province_that_does_not_fit_into_half_of_the_memory_is_refused() {
        Counted counted =
                new Counted(List.of(WEEK), Set.of(WEEK), Map.of("330102001", 40L, "330102002", 9L));
        int places = 7;
        long needs = (long) places * Measure.OF_PEOPLE.size() * Counted.BYTES_A_FIGURE;

        assertThatCode(() -> counted.requireRoom("33", needs * Counted.MEMORY_PARTS))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> counted.requireRoom("33", needs * Counted.MEMORY_PARTS - 2))
                .hasMessageContaining("province=33");
    }

    @Test
    void an_estimate_from_which_few_might_be_missing_is_taken_for_everybody() {
        assertThat(guardians(19_000, 19_991, 20_000).few()).isTrue();
        assertThat(guardians(19_000, 19_990, 20_000).few()).isFalse();
        assertThat(guardians(19_000, 19_990, 20_000).behind()).isEqualTo(19_000);
    }

    private static Cell guardians(long about, long utmost, long living) {
        Counted counted = new Counted(List.of(WEEK), Set.of(WEEK), Map.of("330102001", living));
        counted.add(Measure.GUARDIANS, WEEK, new Count(9, "330102001", "", 50_000, about, utmost));
        return counted.row(Measure.GUARDIANS, "330102001", "").cells().getFirst();
    }

    @Test
    void an_estimate_of_a_month_lies_between_its_largest_week_and_the_sum_of_its_weeks() {
        assertThat(month(17_000)).isEqualTo(18_000);
        assertThat(month(70_000)).isEqualTo(18_000 + 17_000 + 16_500 + 16_400);
        assertThat(month(20_000)).isEqualTo(20_000);
    }

    private static long month(long about) {
        Period month = Period.of(WEEK.month());
        List<Period> periods = new ArrayList<>(month.weeks());
        periods.add(month);
        Counted counted = new Counted(periods, Set.copyOf(periods), Map.of("330102001", 90_000L));
        long[] weeks = {18_000, 17_000, 16_500, 16_400};
        for (int i = 0; i < weeks.length; i++) {
            counted.add(Measure.GUARDIANS, periods.get(i), estimate(weeks[i]));
        }
        counted.add(Measure.GUARDIANS, month, estimate(about));
        return counted.row(Measure.GUARDIANS, "330102001", "").cells().getLast().behind();
    }

    private static Count estimate(long about) {
        return new Count(9, "330102001", "", 4 * about, about, about + about / 40);
    }
}
