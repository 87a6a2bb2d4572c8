package org.jiaxue.web.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jiaxue.web.look.LineChart.Series;
import org.junit.jupiter.api.Test;

class LineChartTests {

    private static final List<String> FOUR_WEEKS = List.of("3/3", "3/10", "3/17", "3/24");

    @Test
    void the_base_is_zero_and_the_top_is_a_round_number() {
        var chart = LineChart.of(FOUR_WEEKS, List.of(series(3, 12, 750, 640)), Long::toString);

        assertThat(chart.grid().getFirst().label()).isEqualTo("0");
        assertThat(chart.grid().getLast().label()).isEqualTo("800");
    }

    @Test
    void a_withheld_value_breaks_the_line_and_is_never_drawn_as_zero() {
        var values =
                List.<Reading>of(
                        new Reading.Known(20),
                        new Reading.Withheld(),
                        new Reading.Known(40),
                        new Reading.Known(30));

        var chart =
                LineChart.of(FOUR_WEEKS, List.of(new Series("家长", "30", values)), Long::toString);

        var line = chart.series().getFirst();
        assertThat(line.marks()).hasSize(3);
        assertThat(line.path().chars().filter(c -> c == 'M').count()).isEqualTo(2);
        assertThat(line.path()).doesNotContain(",240");
        assertThat(chart.few()).hasSize(1);
    }

    @Test
    void names_at_the_ends_of_lines_never_touch() {
        var chart =
                LineChart.of(
                        FOUR_WEEKS,
                        List.of(
                                series(0, 0, 0, 0),
                                series(0, 0, 0, 1),
                                series(0, 0, 0, 2),
                                series(9, 9, 9, 9)),
                        Long::toString);

        var heights =
                chart.series().stream()
                        .mapToDouble(line -> Double.parseDouble(line.labelY()))
                        .sorted()
                        .toArray();
        IntStream.range(1, heights.length)
                .forEach(
                        i -> assertThat(heights[i] - heights[i - 1]).isGreaterThanOrEqualTo(39.99));
    }

    @Test
    void nothing_at_all_still_draws_a_base() {
        var chart = LineChart.of(List.of("3/3"), List.of(series(0)), Long::toString);

        assertThat(chart.grid()).hasSize(5);
        assertThat(chart.series().getFirst().marks().getFirst().y()).isEqualTo("240");
    }

    @Test
    void a_fifth_line_is_a_mistake() {
        assertThatThrownBy(() ->
                        LineChart.of(
                                FOUR_WEEKS,
                                Collections.nCopies(5, series(1, 2, 3, 4)),
                                Long::toString))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shares_stand_on_a_scale_that_holds_the_goal_and_never_passes_the_whole() {
        var low =
                LineChart.shares(
                        FOUR_WEEKS,
                        List.of(series(10, 20, 30, 40)),
                        new LineChart.Goal(250, "25%"),
                        Long::toString);
        var high =
                LineChart.shares(FOUR_WEEKS, List.of(series(1, 2, 3, 999)), null, Long::toString);

        assertThat(low.grid().getLast().label()).isEqualTo("400");
        assertThat(low.goal()).isEqualTo(new LineChart.GridLine("102.5", "25%"));
        assertThat(high.grid().getLast().label()).isEqualTo("1000");
        assertThat(high.goal()).isNull();
    }

    @Test
    void a_value_that_is_not_known_is_a_gap_without_a_hatch() {
        var values = List.<Reading>of(new Reading.Unknown(), new Reading.Known(40));

        var chart =
                LineChart.of(
                        List.of("3/3", "3/10"),
                        List.of(new Series("学校", "40", values)),
                        Long::toString);

        assertThat(chart.series().getFirst().marks()).hasSize(1);
        assertThat(chart.few()).isEmpty();
    }

    private static Series series(long... values) {
        var all = Arrays.stream(values).<Reading>mapToObj(Reading.Known::new).toList();
        return new Series("看完微课", Long.toString(values[values.length - 1]), all);
    }
}
