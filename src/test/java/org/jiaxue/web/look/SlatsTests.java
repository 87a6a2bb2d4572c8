package org.jiaxue.web.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class SlatsTests {

    @Test
    void a_slat_stands_for_five_seconds() {
        var slats = Slats.of(90, new BitSet());

        assertThat(slats.slats()).hasSize(18);
        assertThat(slats.slats().getLast().to()).isEqualTo(90);
    }

    @Test
    void a_slat_lights_when_half_of_its_seconds_were_played() {
        var covered = new BitSet();
        covered.set(0, 3);
        covered.set(5, 7);

        var slats = Slats.of(90, covered).slats();

        assertThat(slats.get(0).lit()).isTrue();
        assertThat(slats.get(1).lit()).isFalse();
    }

    @Test
    void the_last_slat_is_as_narrow_as_what_is_left() {
        var covered = new BitSet();
        covered.set(10);

        var slats = Slats.of(11, covered).slats();

        assertThat(slats).hasSize(3);
        assertThat(slats.getLast().lit()).isTrue();
        assertThat(slats.getLast().width()).isEqualTo("9.09%");
    }

    @Test
    void a_long_lesson_gets_broader_slats_instead_of_more() {
        for (int seconds : new int[] {600, 601, 3_700, 36_000}) {
            var slats = Slats.of(seconds, new BitSet());

            assertThat(slats.slats()).hasSizeLessThanOrEqualTo(Slats.MOST);
            assertThat(slats.slats().getLast().to()).isEqualTo(seconds);
        }
    }

    @Test
    void the_playhead_stays_on_the_bar() {
        var slats = Slats.of(100, new BitSet());

        assertThat(slats.at(-5)).isEqualTo("0%");
        assertThat(slats.at(25)).isEqualTo("25%");
        assertThat(slats.at(500)).isEqualTo("100%");
    }

    @Test
    void a_lesson_without_length_is_a_mistake() {
        assertThatThrownBy(() -> Slats.of(0, new BitSet()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
