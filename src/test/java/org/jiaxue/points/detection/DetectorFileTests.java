package org.jiaxue.points.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jiaxue.points.detection.DetectorSet.Tripped;
import org.junit.jupiter.api.Test;

/** What the detectors that ship hold and what they let pass, and what a file may not say. */
class DetectorFileTests {

    private static final Path FILE = Path.of("src/main/resources/detectors/default-2026.yaml");

    private final String text = read();
    private final DetectorSet shipped = DetectorFile.read("default-2026.yaml", text);

    @Test
    void half_of_the_playing_cut_and_a_minute_of_it_is_held_and_less_is_not() {
        assertThat(trips(Measure.CUT_PERCENT, 50, Measure.CUT_SECONDS, 60))
                .isEqualTo("faster-than-time");
        assertThat(trips(Measure.CUT_PERCENT, 49, Measure.CUT_SECONDS, 600)).isEmpty();
        assertThat(trips(Measure.CUT_PERCENT, 90, Measure.CUT_SECONDS, 59)).isEmpty();
    }

    @Test
    void the_fourth_guardian_of_a_day_on_a_device_is_held_and_the_third_is_not() {
        assertThat(trips(Measure.GUARDIANS_ON_DEVICE, 4)).isEqualTo("many-on-one-device");
        assertThat(trips(Measure.GUARDIANS_ON_DEVICE, 3)).isEmpty();
    }

    @Test
    void an_answer_under_two_seconds_is_held_and_one_of_two_seconds_is_not() {
        assertThat(trips(Measure.ANSWER_MILLIS, 1_999)).isEqualTo("answered-at-once");
        assertThat(trips(Measure.ANSWER_MILLIS, 0)).isEqualTo("answered-at-once");
        assertThat(trips(Measure.ANSWER_MILLIS, 2_000)).isEmpty();
    }

    @Test
    void a_network_never_holds_by_itself_however_many_are_there() {
        assertThat(trips(Measure.GUARDIANS_ON_NETWORK, 1_001, Measure.GUARDIANS_ON_DEVICE, 3))
                .isEmpty();
        assertThat(trips(Measure.GUARDIANS_ON_NETWORK, 1_001, Measure.ANSWER_MILLIS, 4_000))
                .isEmpty();
    }

    @Test
    void in_a_crowd_of_more_than_three_hundred_a_lesser_doubt_is_enough() {
        assertThat(trips(Measure.GUARDIANS_ON_NETWORK, 301, Measure.ANSWER_MILLIS, 3_999))
                .isEqualTo("crowded-network-and-quick");
        assertThat(trips(Measure.GUARDIANS_ON_NETWORK, 300, Measure.ANSWER_MILLIS, 3_999))
                .isEmpty();
        Map<Measure, Integer> fast =
                Map.of(
                        Measure.GUARDIANS_ON_NETWORK,
                        301,
                        Measure.CUT_PERCENT,
                        20,
                        Measure.CUT_SECONDS,
                        30);
        assertThat(name(fast)).isEqualTo("crowded-network-and-fast");
        assertThat(trips(Measure.CUT_PERCENT, 20, Measure.CUT_SECONDS, 30)).isEmpty();
    }

    @Test
    void what_was_not_measured_trips_nothing() {
        assertThat(name(Map.of())).isEmpty();
    }

    @Test
    void a_hold_keeps_only_the_figures_that_tripped_it() {
        Map<Measure, Integer> figures =
                Map.of(Measure.ANSWER_MILLIS, 300, Measure.GUARDIANS_ON_DEVICE, 2);

        Tripped tripped = shipped.tripped(figures).orElseThrow();

        assertThat(tripped.figures()).isEqualTo(Map.of(Measure.ANSWER_MILLIS, 300));
    }

    @Test
    void all_that_ships_is_marked_as_our_own_default_and_accuses_nobody() {
        assertThat(shipped.template()).isTrue();
        assertThat(text).doesNotContain("†").doesNotContain("作弊", "刷分", "违规", "cheat", "fraud");
    }

    @Test
    void what_is_wrong_is_refused_with_file_and_field() {
        refuses("cut-percent, at-least", "cut-per-cent, at-least", "detectors[0].all[0].measure");
        refuses("at-least: 50", "at-least: 0", "detectors[0].all[0].at-least");
        refuses("at-least: 50", "at-most: 50", "detectors[0].all[0].at-most");
        refuses("at-least: 50", "at-least: 50, more-than: 4", "detectors[0].all[0]: needs one of");
        refuses("many-on-one-device", "faster-than-time", "detectors[1].name");
        refuses("many-on-one-device", "Many_on_one", "detectors[1].name");
        refuses("mark: \"‡\"", "mark: \"!\"", "detectors[0].mark");
        refuses("{cut-percent}%（", "很多（", "detectors[0].words");
        refuses("  held-none:", "  held-nothing:", "sentences.held-nothing");
        refuses("version: 1", "version: one", "version");
        refuses("template: true", "template: true\naction: refuse", "action: is not a field here");
    }

    private void refuses(String is, String would, String field) {
        assertThat(text).contains(is);
        String wrong = text.replaceFirst(Pattern.quote(is), would);
        assertThatThrownBy(() -> DetectorFile.read("detectors/wrong.yaml", wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("detectors/wrong.yaml, ")
                .hasMessageContaining(field);
    }

    private String trips(Measure measure, int figure) {
        return name(Map.of(measure, figure));
    }

    private String trips(Measure one, int figure, Measure other, int another) {
        return name(Map.of(one, figure, other, another));
    }

    private String name(Map<Measure, Integer> figures) {
        return shipped.tripped(figures).map(Tripped::detector).orElse("");
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
