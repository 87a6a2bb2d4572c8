package org.jiaxue.web.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareBarsTests {

    @Test
    void a_bar_is_as_long_as_its_share_and_what_is_not_known_has_none() {
        ShareBars chart =
                ShareBars.of(
                        List.of(row(new Reading.Known(153)), row(new Reading.Unknown())),
                        new LineChart.Goal(250, "25%"),
                        false);

        assertThat(chart.bars()).extracting(ShareBars.Bar::width).containsExactly("15.3%", "");
        assertThat(chart.bars()).extracting(ShareBars.Bar::place).containsOnly(0);
        assertThat(chart.goal()).isEqualTo(new ShareBars.Mark("25%", "25%"));
    }

    @Test
    void kinds_have_a_pattern_each_and_a_fifth_is_a_mistake() {
        ShareBars.Row row = row(new Reading.Known(1000));

        assertThat(ShareBars.of(Collections.nCopies(4, row), null, true).bars())
                .extracting(ShareBars.Bar::place)
                .containsExactly(1, 2, 3, 4);
        assertThatThrownBy(() -> ShareBars.of(Collections.nCopies(5, row), null, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ShareBars.Row row(Reading share) {
        return new ShareBars.Row("省级平台", share, "15.3%", "920 / 6,133");
    }
}
