package org.jiaxue.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaxue.web.look.StripChart.Row;
import org.junit.jupiter.api.Test;

class StripChartTests {

    private static final List<String> WEEKS = List.of("3 Aug", "10 Aug", "17 Aug", "24 Aug");

    @Test
    void a_scale_stands_only_where_a_bar_does() {
        var chart =
                StripChart.of(
                        WEEKS,
                        row("县", -1, -1, -1, -1),
                        List.of(row("甲", -1, -1, -1, -1), row("乙", 3, -1, 12, 0)),
                        Long::toString);

        assertThat(chart.strips()).extracting(StripChart.Strip::most).containsExactly("", "", "20");
    }

    @Test
    void a_row_that_may_not_be_shown_at_all_is_one_hatched_place() {
        var chart =
                StripChart.of(
                        WEEKS,
                        row("县", 40, 41, 42, 43),
                        List.of(row("甲", -1, -1, -1, -1)),
                        Long::toString);

        assertThat(chart.strips().getLast().few()).hasSize(1);
        assertThat(chart.strips().getLast().bars()).isEmpty();
    }

    @Test
    void words_below_the_axis_never_touch_and_the_newest_is_among_them() {
        var steps = new ArrayList<String>();
        for (int week = 0; week < 40; week++) {
            steps.add("24 Aug " + week);
        }

        var labelled = LineChart.labelled(steps, 13);

        assertThat(labelled).contains(39).hasSizeLessThan(8);
        assertThat(LineChart.labelled(List.of("9/7", "9/14"), 40)).containsExactly(0, 1);
    }

    private static Row row(String name, long... values) {
        return new Row(
                name,
                Arrays.stream(values)
                        .<Reading>mapToObj(
                                it -> it < 0 ? new Reading.Withheld() : new Reading.Known(it))
                        .toList());
    }
}
