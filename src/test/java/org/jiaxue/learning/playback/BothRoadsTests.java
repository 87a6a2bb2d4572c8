package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.web.Viewer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A beat is answered alike on the quick road and on the ordinary one, header by header. */
class BothRoadsTests extends AtThePlayer {

    /** A browser's way to say that it takes anything, which sends a request the ordinary road. */
    private static final String ORDINARY = "application/json, text/plain, */*";

    private static final List<String> OF_THE_WAY =
            List.of("date", "content-length", "transfer-encoding", "connection", "keep-alive");

    @Autowired ApplicationContext house;

    private final HttpClient client = HttpClient.newHttpClient();

    /** What was answered, but for how it was sent. */
    private record Answer(int status, Map<String, List<String>> headers, String body) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"played\":[[0,5]]}",
                "{\"played\":[[0,5],[3,9]]}",
                "{\"played\":[[5,5]]}",
                "{\"played\":[]}",
                "{\"played\":[[0,500]]}",
                "{\"at\":\"yesterday\",\"played\":[[0,5]]}",
                "{\"played\":[[0,5]]",
                "{\"played\":[[0,5]]} {}",
                "\"\\u0000\"",
                "[]",
                "7",
            })
    void whatever_is_told_is_answered_alike(String body) {
        phone.play(playback, lesson.id().value());
        later(20);
        phone.beat(playback, "[[0,5]]");
        String token = new Keys(house).bearer(guardian, Viewer.Scope.LEARN);

        for (String language : List.of("zh-CN", "en")) {
            alike(playback, body, "Authorization", "Bearer " + token, "Accept-Language", language);
        }
    }

    @Test
    void whoever_may_not_tell_is_refused_alike() {
        phone.play(playback, lesson.id().value());
        Keys keys = new Keys(house);
        String reader = keys.bearer(guardian, Viewer.Scope.READ);
        String other = keys.bearer(agreed(), Viewer.Scope.LEARN);
        String session = keys.session(Keys.of(guardian));

        assertThat(refused("Authorization", "Bearer " + reader)).isEqualTo(403);
        assertThat(refused("Authorization", "Bearer " + other)).isEqualTo(404);
        assertThat(refused("Authorization", "Bearer nothing")).isEqualTo(401);
        assertThat(refused("Authorization", "bearer")).isEqualTo(401);
        assertThat(refused("Cookie", "session=" + session)).isEqualTo(403);
        assertThat(refused("Cookie", "session=ended", "X-CSRF-TOKEN", "made-up")).isEqualTo(403);
    }

    @Test
    void a_page_that_shows_its_own_token_tells_what_its_guardian_played() throws Exception {
        phone.play(playback, lesson.id().value());
        later(20);
        HttpResponse<String> page = send(request("/sign-in").GET().build());
        String form = Jsoup.parse(page.body()).select("meta[name=csrf]").attr("content");
        String cookies =
                page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]
                        + "; session="
                        + new Keys(house).session(Keys.of(guardian));
        String[] shown = {"Cookie", cookies, "X-CSRF-TOKEN", form};

        Answer answer = alike(playback, "{\"played\":[[0,5]]}", shown);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"coveredSeconds\":5");
        Answer elsewhere = alike(UUID.randomUUID(), "{\"played\":[[0,5]]}", shown);
        assertThat(elsewhere.status()).isEqualTo(404);
    }

    private int refused(String... shown) {
        return alike(playback, "{\"played\":[[0,5]]}", shown).status();
    }

    private Answer alike(UUID told, String body, String... shown) {
        List<Answer> answers = new ArrayList<>();
        for (String accept : List.of("application/json", ORDINARY)) {
            HttpRequest.Builder request =
                    request("/api/v1/playbacks/" + told + "/beats")
                            .headers(shown)
                            .header("Content-Type", "application/json")
                            .header("Accept", accept)
                            .POST(HttpRequest.BodyPublishers.ofString(body));
            HttpResponse<String> answer = send(request.build());
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.keySet().removeAll(OF_THE_WAY);
            answers.add(new Answer(answer.statusCode(), headers, answer.body()));
        }
        assertThat(answers.getFirst()).as(body).isEqualTo(answers.getLast());
        return answers.getFirst();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException("No answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("No answer", interrupted);
        }
    }
}
