package org.jiaxue.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@RoomTest
class ProblemAdviceTests {

    @LocalServerPort int port;
    @Autowired ProblemAnswer answers;

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
        assertThat(answer.body()).contains("web.problem.no-such-operation");
    }

    @Test
    void what_is_badly_written_is_the_readers_to_mend_and_not_our_fault() throws Exception {
        assertThat(get("/search?q=%ff%00", "en").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/lessons?q=%ff%00", "en").statusCode()).isEqualTo(400);
        assertThat(get("/search?q=%ff%00", "en").body()).contains("could not be read");
        assertThat(get("/api/v1/lessons?q=%ff%00", "en").body()).contains("web.problem.unreadable");
    }

    @Test
    void the_servers_own_error_page_speaks_as_every_other() throws Exception {
        HttpResponse<String> answer = get("/error", "en");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page");
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
    }

    @Test
    void the_api_is_described_and_every_code_has_its_sentence() throws Exception {
        String description = get("/v3/api-docs", "en").body();
        String codes = get("/api", "en").body();

        assertThat(description).contains("/api/v1/beats", "\"bearer\"");
        assertThat(description).doesNotContain("\"name\":\"guardian\"", "\"name\":\"texts\"");
        assertThat(codes).contains("id=\"web.problem.no-such-page\"", "There is no such page");
    }

    @Test
    void a_page_that_may_be_there_in_a_moment_is_offered_again() throws Exception {
        assertThat(away("GET", "/search", "q=homework"))
                .contains("href=\"/search?q=homework\"", "再试一次")
                .doesNotContain("回首页");
        assertThat(away("POST", "/search", "")).contains("回首页").doesNotContain("再试一次");
        assertThat(away("GET", "//elsewhere.example/", "")).doesNotContain("再试一次");
    }

    /** What a page says, asked for so, while the database is away. */
    private String away(String method, String path, String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setQueryString(query.isEmpty() ? null : query);
        MockHttpServletResponse response = new MockHttpServletResponse();
        answers.send(request, response, new Refusal(Faults.away()));
        assertThat(response.getStatus()).isEqualTo(503);
        return response.getContentAsString(StandardCharsets.UTF_8);
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
