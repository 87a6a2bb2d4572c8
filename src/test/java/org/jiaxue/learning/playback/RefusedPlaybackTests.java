package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jiaxue.identity.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no beat, no playback or not one's own. */
class RefusedPlaybackTests extends AtThePlayer {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                          | 400 | learning.problem.played-missing
                    {"played":7}                | 400 | learning.problem.played-missing
                    {"played":[]}               | 422 | learning.problem.played-empty
                    {"played":[[0,"5"]]}        | 400 | learning.problem.span-form
                    {"played":[[0,1.5]]}        | 400 | learning.problem.span-form
                    {"played":[[0]]}            | 400 | learning.problem.span-form
                    {"played":[[0,99999999999]]}| 400 | learning.problem.span-form
                    {"played":[[-1,5]]}         | 422 | learning.problem.span-negative
                    {"played":[[9,5]]}          | 422 | learning.problem.span-backwards
                    {"played":[[5,5]]}          | 422 | learning.problem.span-backwards
                    {"played":[[0,9],[5,12]]}   | 422 | learning.problem.span-overlap
                    {"played":[[0,9999]]}       | 422 | learning.problem.span-outside
                    {"played":[[0,5]],"at":"x"} | 400 | learning.problem.at
                    {"played":[[0,5]            | 400 | web.problem.unreadable
                    """)
    void what_is_no_beat_is_refused_and_changes_nothing(String body, int status, String code) {
        phone.play(playback, lesson.id().value());
        later(60);

        Device.Answer refused =
                phone.send("POST", "/api/v1/playbacks/" + playback + "/beats", body);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.detail()).isNotBlank();
        assertThat(phone.play(playback, lesson.id().value()).number("coveredSeconds")).isZero();
    }

    @Test
    void twenty_one_spans_are_too_many() {
        phone.play(playback, lesson.id().value());
        StringBuilder spans = new StringBuilder("[[0,1]");
        for (int i = 1; i <= 20; i++) {
            spans.append(",[").append(2 * i).append(',').append(2 * i + 1).append(']');
        }

        assertThat(phone.beat(playback, spans + "]").code())
                .isEqualTo("learning.problem.too-many-spans");
    }

    @Test
    void somebody_elses_playback_is_not_there() {
        phone.play(playback, lesson.id().value());
        try (Device stranger = device(agreed(), "en")) {
            later(10);
            Device.Answer refused = stranger.beat(playback, "[[0,5]]");

            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.detail())
                    .isEqualTo(
                            "There is no such playback. PUT the playback first, then report what"
                                    + " was played.");
        }
    }

    @Test
    void a_playback_belongs_to_one_lesson() {
        phone.play(playback, lesson.id().value());

        Device.Answer refused =
                phone.play(playback, catalogue.courses().getFirst().lessons().getLast().value());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("learning.problem.playback-of-other");
    }

    @Test
    void an_unknown_lesson_and_a_malformed_id_are_refused() {
        assertThat(phone.play(playback, UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(phone.send("PUT", "/api/v1/playbacks/7", "{}").code())
                .isEqualTo("learning.problem.playback-id");
        assertThat(phone.send("PUT", "/api/v1/playbacks/" + playback, "{\"lesson\":7}").code())
                .isEqualTo("learning.problem.lesson-id");
    }

    @Test
    void a_body_over_its_bound_is_refused() {
        String body = "[" + "{\"playback\":\"x\"},".repeat(40_000) + "{}]";

        assertThat(phone.send("POST", "/api/v1/beats", body).status()).isEqualTo(413);
    }

    @Test
    void a_token_that_is_unknown_is_told_so() {
        try (Device stranger = new Device(port, "nothing", "en")) {
            assertThat(stranger.beat(playback, "[[0,5]]").status()).isEqualTo(401);
        }
    }

    @Test
    void without_consent_nothing_is_recorded() {
        people.withdrawConsent(guardian, Purpose.RECORDS);

        assertThat(phone.play(playback, lesson.id().value()).code())
                .isEqualTo("learning.problem.not-agreed");
    }
}
