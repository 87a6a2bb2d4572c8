package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.learning.reflection.ReflectionAnswer;
import org.jiaxue.learning.reflection.Reflections;
import org.jiaxue.web.Grouped;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** More comes than the database lets through: the rest is sent away, and nothing is half done. */
@TestPropertySource(properties = "jiaxue.database.lock-timeout=15s")
class FullQueueTests extends AtThePlayer {

    @Autowired Beats beats;
    @Autowired Reflections reflections;
    @Autowired DataSource connections;

    private String wrong = "";
    private String token = "";

    @BeforeEach
    void play() {
        wrong = "a".equals(right()) ? "b" : "a";
        token = people.issueToken(guardian, Set.of(Viewer.Scope.LEARN), Duration.ofDays(1)).token();
        phone.play(playback, lesson.id().value());
        later(20);
    }

    @Test
    void a_beat_too_many_is_told_when_to_come_back_and_those_before_it_are_kept() throws Exception {
        List<CompletableFuture<BeatAnswer>> taken = new ArrayList<>();
        try (Connection held = hold("learning.coverage")) {
            Optional<CompletableFuture<BeatAnswer>> one = beats.hear(beat(0));
            while (one.isPresent()) {
                taken.add(one.get());
                one = beats.hear(beat(0));
            }
            assertSentAway("POST", "/api/v1/playbacks/" + playback + "/beats", played(1));
            assertSentAway("POST", "/api/v1/beats", "[" + item(1) + "," + item(2) + "]");
            held.rollback();
        }

        assertThat(taken.size())
                .isBetween(
                        Grouped.MOST_WAITING_A_LANE,
                        Grouped.MOST_WAITING_A_LANE + 2 * Grouped.MOST_A_GROUP);
        for (CompletableFuture<BeatAnswer> answer : taken) {
            assertThat(((BeatAnswer.Taken) answer.get(1, TimeUnit.MINUTES)).coveredSeconds())
                    .isEqualTo(1);
        }
        assertThat(phone.beat(playback, "[[1,2]]").number("coveredSeconds")).isEqualTo(2);
    }

    @Test
    void an_answer_too_many_is_told_when_to_come_back_and_those_before_it_are_kept()
            throws Exception {
        AtomicInteger sentAway = new AtomicInteger();
        List<Future<ReflectionAnswer>> asked = new ArrayList<>();
        int more = Grouped.MOST_WAITING_A_LANE + 3 * Grouped.MOST_A_GROUP;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Connection held = hold("identity.guardian")) {
                for (int i = 0; i < more; i++) {
                    asked.add(threads.submit(() -> answered(sentAway)));
                }
                while (sentAway.get() < Grouped.MOST_A_GROUP) {
                    Thread.onSpinWait();
                }
                assertSentAway(
                        "PUT",
                        "/api/v1/lessons/" + lesson.id() + "/reflection",
                        "{\"answer\":\"" + wrong + "\"}");
                held.rollback();
            }
            for (Future<ReflectionAnswer> one : asked) {
                one.get(1, TimeUnit.MINUTES);
            }
        }

        assertThat(tries()).isEqualTo(more - sentAway.get());
    }

    private ReflectionAnswer answered(AtomicInteger sentAway) {
        try {
            return reflections.answer(guardian, lesson.id(), wrong);
        } catch (Refusal tooMany) {
            sentAway.incrementAndGet();
            return new ReflectionAnswer.NoSuchQuestion();
        }
    }

    private void assertSentAway(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("3");
            assertThat(answer.body()).contains("learning.problem.busy");
        }
    }

    private Beat beat(int second) {
        return new Beat(guardian, playback, List.of(new Span(second, second + 1)), null);
    }

    private static String played(int second) {
        return "{\"played\":[[" + second + "," + (second + 1) + "]]}";
    }

    private String item(int second) {
        return played(second).replace("{", "{\"playback\":\"" + playback + "\",");
    }

    private Connection hold(String table) throws Exception {
        Connection held = connections.getConnection();
        held.setAutoCommit(false);
        String sql =
                switch (table) {
                    case "learning.coverage" ->
                            "select 1 from learning.coverage where guardian_id = ? for update";
                    default ->
                            "select 1 from identity.guardian where guardian_id = ?"
                                    + " for no key update";
                };
        try (var statement = held.prepareStatement(sql)) {
            statement.setObject(1, guardian.value());
            statement.execute();
        }
        return held;
    }

    private String right() {
        return catalogue.question(lesson.id()).orElseThrow().right().letter();
    }

    private int tries() {
        return jdbc.sql("select tries from learning.reflection where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }
}
