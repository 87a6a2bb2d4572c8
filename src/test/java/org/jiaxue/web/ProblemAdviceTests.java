package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jiaxue.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class ProblemAdviceTests {

    @LocalServerPort int port;

    @Test
    void an_unknown_page_says_what_to_do_in_the_readers_language() throws Exception {
        HttpResponse<String> answer = get("/no-such-page", "en");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page");
    }

    @Test
    void an_unknown_api_answers_problem_details() throws Exception {
        HttpResponse<String> answer = get("/api/v1/nothing", "zh-CN");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("web.problem.no-such-page");
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept-Language", language)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
