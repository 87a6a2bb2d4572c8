package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlaybackTests extends AtThePlayer {

    @Test
    void a_lesson_played_through_earns_and_the_answer_already_says_why() {
        assertThat(phone.play(playback, lesson.id().value()).status()).isEqualTo(201);
        later(40);
        Device.Answer half = phone.beat(playback, "[[0,40]]");
        later(25);
        Device.Answer enough = phone.beat(playback, "[[40,65]]");

        assertThat(half.body().path("completed").booleanValue()).isFalse();
        assertThat(half.number("coveredSeconds")).isEqualTo(40);
        assertThat(enough.body().path("completed").booleanValue()).isTrue();
        assertThat(enough.points()).isEqualTo(2);
        assertThat(enough.body().path("earned").get(0).path("why").stringValue())
                .contains(lesson.title().zh());
    }

    @Test
    void a_lost_answer_loses_nothing_because_the_next_one_tells_all() {
        phone.play(playback, lesson.id().value());
        later(60);
        phone.beat(playback, "[[0,65]]");
        later(5);

        assertThat(phone.beat(playback, "[[0,65]]").points()).isEqualTo(2);
        assertThat(phone.play(playback, lesson.id().value()).points()).isEqualTo(2);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void a_lesson_played_again_is_paid_once() {
        phone.play(playback, lesson.id().value());
        later(60);
        phone.beat(playback, "[[0,75]]");
        UUID again = UUID.randomUUID();
        phone.play(again, lesson.id().value());
        later(60);

        assertThat(phone.beat(again, "[[0,75]]").points()).isZero();
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void a_claim_faster_than_time_is_cut_and_says_by_how_much() {
        phone.play(playback, lesson.id().value());
        later(10);

        Device.Answer claim = phone.beat(playback, "[[0,50]]");

        assertThat(claim.number("coveredSeconds")).isEqualTo(20);
        assertThat(claim.number("cutSeconds")).isEqualTo(30);
    }

    @Test
    void an_hour_of_silence_is_not_banked() {
        phone.play(playback, lesson.id().value());
        later(1);
        phone.beat(playback, "[[0,1]]");
        later(3600);
        phone.beat(playback, "[[1,2]]");

        Device.Answer claim = phone.beat(playback, "[[2,60]]");

        assertThat(claim.number("coveredSeconds")).isLessThanOrEqualTo(3);
    }

    @Test
    void starting_elsewhere_makes_the_first_playback_inactive() {
        UUID other = UUID.randomUUID();
        phone.play(playback, lesson.id().value());
        phone.play(other, catalogue.courses().getFirst().lessons().getLast().value());
        later(10);

        Device.Answer refused = phone.beat(playback, "[[0,5]]");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("另一处");
        assertThat(phone.beat(other, "[[0,5]]").status()).isEqualTo(200);
        assertThat(phone.play(playback, lesson.id().value()).status()).isEqualTo(200);
        later(5);
        assertThat(phone.beat(playback, "[[0,5]]").number("coveredSeconds")).isEqualTo(5);
    }

    @Test
    void a_second_device_carries_on_with_what_the_first_has_covered() {
        phone.play(playback, lesson.id().value());
        later(20);
        phone.beat(playback, "[[0,20]]");

        Device.Answer resumed = phone.play(UUID.randomUUID(), lesson.id().value());

        assertThat(resumed.body().path("covered").toString()).isEqualTo("[[0,20]]");
        assertThat(resumed.number("resumeAt")).isEqualTo(20);
    }

    @Test
    void beats_that_waited_offline_count_when_they_come_at_once() {
        phone.play(playback, lesson.id().value());
        later(60);
        String first = item("[[0,20]]", EVENING.plusSeconds(20));
        String second = item("[[20,40]]", EVENING.plusSeconds(40));
        String third = item("[[40,60]]", EVENING.plusSeconds(60));

        Device.Answer answer =
                phone.send("POST", "/api/v1/beats", "[" + first + "," + second + "," + third + "]");

        assertThat(answer.body().path("results").size()).isEqualTo(3);
        assertThat(answer.body().path("results").get(2).path("coveredSeconds").intValue())
                .isEqualTo(60);
        assertThat(answer.body().path("results").get(2).path("completed").booleanValue()).isTrue();
    }

    @Test
    void one_bad_beat_of_a_batch_does_not_fail_the_others() {
        phone.play(playback, lesson.id().value());
        later(30);
        String good = item("[[0,10]]", EVENING.plusSeconds(10));
        String bad = "{\"playback\":\"" + playback + "\",\"played\":[[5,2]]}";
        String unknown = "{\"playback\":\"" + UUID.randomUUID() + "\",\"played\":[[0,2]]}";

        Device.Answer answer =
                phone.send("POST", "/api/v1/beats", "[" + bad + "," + unknown + "," + good + "]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("results").get(0).path("code").stringValue())
                .isEqualTo("learning.problem.span-backwards");
        assertThat(answer.body().path("results").get(1).path("status").intValue()).isEqualTo(404);
        assertThat(answer.body().path("results").get(2).path("coveredSeconds").intValue())
                .isEqualTo(10);
    }

    private String item(String played, Instant at) {
        return "{\"playback\":\"%s\",\"played\":%s,\"at\":\"%s\"}".formatted(playback, played, at);
    }
}
