package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
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
}
