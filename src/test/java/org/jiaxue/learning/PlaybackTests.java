package org.jiaxue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@Import(ToldClock.InTheHouse.class)
class PlaybackTests {

    private static final Instant EVENING = Instant.parse("2026-09-01T12:00:00Z");
    private static int phones;

    @LocalServerPort int port;
    @Autowired ToldClock clock;
    @Autowired People people;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient jdbc;

    private final UUID playback = UUID.randomUUID();
    private GuardianId guardian;
    private Device phone;
    private Lesson lesson;

    @BeforeEach
    void sitDown() {
        clock.set(EVENING);
        guardian = agreed();
        phone = device(guardian, "zh-CN");
        Course course = catalogue.courses().getFirst();
        lesson = catalogue.lesson(course.lessons().getFirst()).orElseThrow();
    }

    @AfterEach
    void putAway() {
        phone.close();
    }

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
                    .isEqualTo("There is no such playback. Open the lesson first.");
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

    @Test
    void a_reflection_is_answered_until_it_is_right_and_paid_once() {
        String right = catalogue.question(lesson.id()).orElseThrow().right().letter();
        String wrong = "a".equals(right) ? "b" : "a";

        Device.Answer first = reflect(wrong);
        Device.Answer second = reflect(right);
        Device.Answer third = reflect(right);

        assertThat(first.body().path("right").booleanValue()).isFalse();
        assertThat(first.points()).isZero();
        assertThat(second.points()).isEqualTo(1);
        assertThat(third.points()).isEqualTo(1);
        assertThat(events()).isEqualTo(1);
        assertThat(reflect("z").code()).isEqualTo("learning.problem.no-such-choice");
    }

    private Device.Answer reflect(String answer) {
        return phone.send(
                "PUT",
                "/api/v1/lessons/" + lesson.id() + "/reflection",
                "{\"answer\":\"" + answer + "\"}");
    }

    private String item(String played, Instant at) {
        return "{\"playback\":\"%s\",\"played\":%s,\"at\":\"%s\"}".formatted(playback, played, at);
    }

    private long events() {
        return jdbc.sql("select count(*) from learning.event where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Long.class)
                .single();
    }

    private GuardianId agreed() {
        Phone number = new Phone("137%08d".formatted(++phones));
        GuardianId id = people.register(number, "330102001");
        people.giveConsent(id, Purpose.RECORDS);
        return id;
    }

    private Device device(GuardianId who, String language) {
        String token =
                people.issueToken(
                                who,
                                Set.of(Viewer.Scope.LEARN, Viewer.Scope.READ),
                                Duration.ofDays(1))
                        .token();
        return new Device(port, token, language);
    }

    private void later(int seconds) {
        clock.set(clock.now().plusSeconds(seconds));
    }
}
