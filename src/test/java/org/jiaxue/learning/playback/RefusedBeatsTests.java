package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What docs/api.md says of statuses, on the hot road. */
class RefusedBeatsTests extends AtThePlayer {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"playback":7,"played":[[0,5]]} | 400 | learning.problem.playback-id
                    {"playback":"7","played":[[0,5]]} | 400 | learning.problem.playback-id
                    {"playback":"%s"} | 400 | learning.problem.played-missing
                    {"playback":"%s","played":[["0",5]]} | 400 | learning.problem.span-form
                    {"playback":"%s","played":[[0,5]],"at":1} | 400 | learning.problem.at
                    {"playback":"%s","played":[[5,5]]} | 422 | learning.problem.span-backwards
                    {"playback":"%s","played":[[-2,5]]} | 422 | learning.problem.span-negative
                    {"playback":"%s","played":[[0,5]]} | 404 | learning.problem.no-such-playback
                    7 | 400 | learning.problem.playback-id
                    """)
    void a_refused_item_of_a_list_is_a_whole_problem(String item, int status, String code) {
        String named = item.replace("%s", UUID.randomUUID().toString());
        Device.Answer answer = phone.send("POST", "/api/v1/beats", "[" + named + "]");
        JsonNode problem = answer.body().path("results").get(0);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code");
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("code").stringValue()).isEqualTo(code);
        assertThat(problem.path("type").stringValue()).isEqualTo("/api#" + code);
        assertThat(problem.path("title").stringValue()).isEqualTo("没有办成");
    }

    @Test
    void an_id_that_is_none_cannot_be_read_and_one_that_is_not_there_is_not_found() {
        String unknown = UUID.randomUUID().toString();
        assertThat(reflect("7").code()).isEqualTo("learning.problem.lesson-id");
        assertThat(reflect("7").status()).isEqualTo(400);
        assertThat(reflect(unknown).status()).isEqualTo(404);
        assertThat(phone.send("PUT", "/api/v1/playbacks/7", "{}").status()).isEqualTo(400);
        assertThat(phone.beat(UUID.randomUUID(), "[[0,5]]").status()).isEqualTo(404);
    }

    @Test
    void only_programs_are_asked_for_a_token() throws Exception {
        assertThat(challenge("/api/v1/me/points", "Authorization", "Bearer nothing"))
                .contains("Bearer error=\"invalid_token\"");
        assertThat(challenge("/me/data", "Authorization", "Bearer nothing"))
                .contains("Bearer error=\"invalid_token\"");
        assertThat(challenge("/api/v1/me/points", "Accept", "application/json")).contains("Bearer");
        assertThat(challenge("/api/v1/me/points", "Cookie", "session=ended")).isEmpty();
    }

    private Optional<String> challenge(String path, String header, String value)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(header, value)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
            return answer.headers().firstValue("WWW-Authenticate");
        }
    }

    private Device.Answer reflect(String lesson) {
        return phone.send("PUT", "/api/v1/lessons/" + lesson + "/reflection", "{\"answer\":\"a\"}");
    }
}
