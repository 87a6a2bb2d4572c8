package org.jiaxue.points.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.Stage;
import org.jiaxue.identity.signin.Browser;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.points.Telling;
import org.jiaxue.web.GuardianId;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What browsers and programs bring along when they complete something, up to the hold. */
class SeenTests extends AtTheHold {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @Autowired ApplicationContext house;

    private Lesson lesson;
    private final UUID playback = UUID.randomUUID();

    @BeforeEach
    void choose() {
        lesson = catalogue.lessons(Stage.PRIMARY).getFirst();
    }

    @Test
    void an_honest_player_is_seen_and_not_held() throws Exception {
        try (Phone phone = new Phone(someone.guardian(), "d".repeat(22))) {
            phone.play();
            JsonNode last = phone.playThrough(1);

            assertThat(last.path("earned").get(0).path("points").intValue()).isEqualTo(2);
        }
        assertThat(store.of(someone.guardian())).isEmpty();
        assertThat(seen("device")).hasSize(64).doesNotContain("dddd");
        assertThat(seen("cut_seconds")).isEqualTo("0");
        assertThat(seen("network")).isEqualTo("null");
    }

    @Test
    void a_script_that_claims_a_lesson_faster_than_time_is_held_in_the_same_answer()
            throws Exception {
        try (Phone phone = new Phone(someone.guardian(), "e".repeat(22))) {
            phone.play();
            JsonNode last = phone.claimAllUntilDone();

            assertThat(last.path("earned").get(0).path("points").intValue()).isZero();
            assertThat(last.path("earned").get(0).path("held").intValue()).isEqualTo(2);
            assertThat(last.path("earned").get(0).path("why").stringValue()).contains("正在核对");
        }
        assertThat(hold().detector()).isEqualTo("faster-than-time");
        assertThat(balance()).isZero();
    }

    @Test
    void a_new_playback_does_not_wash_away_what_was_cut() throws Exception {
        try (Phone phone = new Phone(someone.guardian(), "f".repeat(22))) {
            phone.play();
            for (int i = 0; i < 3; i++) {
                later(1);
                phone.beat(playback, 0, lesson.seconds());
            }
            phone.play(UUID.randomUUID());
            phone.play();
            phone.playThrough(1);
        }
        assertThat(hold().detector()).isEqualTo("faster-than-time");
    }

    @Test
    void an_answer_within_two_seconds_of_the_first_playing_is_held_and_a_later_one_is_not()
            throws Exception {
        String right = catalogue.question(lesson.id()).orElseThrow().right().letter();
        Telling slow = guardian();
        try (Phone quick = new Phone(someone.guardian(), "g".repeat(22));
                Phone other = new Phone(slow.guardian(), "h".repeat(22))) {
            quick.play();
            other.play();
            clock.set(clock.now().plusMillis(1_900));
            quick.answer(right);
            clock.set(clock.now().plusMillis(100));
            other.answer(right);
            quick.playThrough(1);
            other.playThrough(1);
        }

        assertThat(store.of(someone.guardian()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo("reflection-answered");
                    assertThat(it.figures()).isEqualTo(Map.of("answer-millis", 1_900));
                });
        assertThat(store.of(slow.guardian())).isEmpty();
        assertThat(balance()).isEqualTo(2);
    }

    @Test
    void four_families_on_one_tablet_are_told_apart_by_its_cookie() throws Exception {
        List<Telling> four = IntStream.range(0, 4).mapToObj(_ -> guardian()).toList();
        for (Telling one : four) {
            try (Phone tablet = new Phone(one.guardian(), "t".repeat(22))) {
                tablet.play();
                tablet.playThrough(1);
            }
        }

        assertThat(four)
                .extracting(it -> points.sums(it.guardian()).balance())
                .containsExactly(2, 2, 2, 0);
    }

    @Test
    void a_guardians_browser_gets_a_number_from_the_lesson_and_a_visitor_and_the_api_none()
            throws Exception {
        String path = "/lessons/" + lesson.id();
        try (Phone phone = new Phone(someone.guardian(), "");
                Browser visitor = new Browser(port, "zh-CN")) {
            assertThat(visitor.get(path).headers().allValues("Set-Cookie"))
                    .noneMatch(it -> it.startsWith("device="));
            assertThat(phone.play().headers().allValues("Set-Cookie"))
                    .noneMatch(it -> it.startsWith("device="));
            assertThat(phone.get(path).headers().allValues("Set-Cookie"))
                    .anyMatch(it ->
                            it.matches("device=[\\w-]{22};.*")
                                    && it.contains("HttpOnly")
                                    && it.contains("SameSite=Lax"));
        }
    }

    private void later(int seconds) {
        clock.set(clock.now().plus(Duration.ofSeconds(seconds)));
    }

    private String seen(String column) {
        return jdbc.sql("select * from points.circumstance where guardian_id = :guardian")
                .param("guardian", someone.guardian().value())
                .query((row, _) -> {
                    Map<String, String> values = new HashMap<>();
                    for (String one : List.of("device", "network", "cut_seconds")) {
                        values.put(one, String.valueOf(row.getObject(one)));
                    }
                    return values;
                })
                .single()
                .getOrDefault(column, "");
    }

    /** A browser with a session, and a number of its own unless that is empty. */
    private final class Phone implements AutoCloseable {

        private final Browser browser = new Browser(port, "zh-CN");
        private final String cookies;
        private final String csrf;

        Phone(GuardianId guardian, String device) throws Exception {
            String session = new Keys(house).session(Keys.of(guardian));
            String own = "session=" + session + (device.isEmpty() ? "" : "; device=" + device);
            HttpResponse<String> page =
                    browser.send(browser.request("/preferences").header("Cookie", own).GET());
            csrf = Jsoup.parse(page.body()).select("meta[name=csrf]").attr("content");
            cookies = own;
        }

        HttpResponse<String> get(String path) throws Exception {
            return browser.send(browser.request(path).header("Cookie", cookies).GET());
        }

        HttpResponse<String> play() throws Exception {
            return play(playback);
        }

        HttpResponse<String> play(UUID id) throws Exception {
            return send("PUT", "/api/v1/playbacks/" + id, "{\"lesson\":\"" + id() + "\"}");
        }

        private LessonId id() {
            return lesson.id();
        }

        void answer(String letter) throws Exception {
            String body = "{\"answer\":\"" + letter + "\"}";
            assertThat(send("PUT", "/api/v1/lessons/" + id() + "/reflection", body).statusCode())
                    .isEqualTo(200);
        }

        /** As the player does, ten seconds after ten seconds. */
        JsonNode playThrough(int speed) throws Exception {
            JsonNode last = JSON.createObjectNode();
            for (int from = 0; from < lesson.seconds(); from += 10 * speed) {
                later(10);
                last = beat(playback, from, Math.min(lesson.seconds(), from + 10 * speed));
            }
            return last;
        }

        /** As a script does that claims all of it with every beat. */
        JsonNode claimAllUntilDone() throws Exception {
            JsonNode last = JSON.createObjectNode();
            while (!last.path("completed").booleanValue(false)) {
                later(5);
                last = beat(playback, 0, lesson.seconds());
            }
            return last;
        }

        JsonNode beat(UUID id, int from, int to) throws Exception {
            String body = "{\"played\":[[" + from + "," + to + "]]}";
            HttpResponse<String> answer = send("POST", "/api/v1/playbacks/" + id + "/beats", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }

        private HttpResponse<String> send(String method, String path, String body)
                throws Exception {
            return browser.send(
                    browser.request(path)
                            .header("Cookie", cookies)
                            .header("X-CSRF-TOKEN", csrf)
                            .setHeader("Accept", "application/json")
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body)));
        }

        @Override
        public void close() {
            browser.close();
        }
    }
}
