package org.jiaxue.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.jiaxue.RoomTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an answer says of itself: its language, its other forms, and whom it is not for. */
@RoomTest
class HeadersTests {

    private static final String NONE = "/credentials/0000-0000-0000-0000";

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({
        "Accept-Language, fr, zh-CN",
        "Accept-Language, en-GB, en",
        "Accept-Language, 'zh-TW,en;q=0.5', zh-CN",
        "Cookie, language=en, en",
        "X-Nothing, -, zh-CN"
    })
    void the_language_that_is_said_is_the_one_that_is_spoken(
            String header, String value, String language) throws Exception {
        for (String path : List.of("/", "/no-such-page", "/api/v1/lessons", "/api/v1/nope")) {
            HttpResponse<String> answer = get(path, header, value);
            assertThat(answer.headers().allValues("Content-Language"))
                    .as(path)
                    .containsExactly(language);
            assertThat(vary(answer.headers())).as(path).contains("accept-language", "cookie");
            if (!path.startsWith("/api")) {
                assertThat(Jsoup.parse(answer.body()).select("html").attr("lang"))
                        .isEqualTo(language);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"text/html, 404", "application/vc, 404", "image/png, 406", "nonsense, 400"})
    void every_form_of_a_credential_says_that_it_is_one_of_several_and_not_for_search_engines(
            String accept, int status) throws Exception {
        HttpResponse<String> answer = get(NONE, "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(vary(answer.headers())).contains("accept");
        assertThat(answer.headers().allValues("X-Robots-Tag")).containsExactly("noindex");
    }

    @Test
    void search_engines_are_told_what_is_not_for_them_and_browsers_find_the_sign()
            throws Exception {
        HttpResponse<String> robots = get("/robots.txt", "Accept", "*/*");
        HttpResponse<String> icon = get("/favicon.ico", "Accept", "image/*");

        assertThat(robots.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(robots.body())
                .contains("Disallow: /me", "Disallow: /console", "Disallow: /credentials");
        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(icon.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static List<String> vary(HttpHeaders headers) {
        String all = String.join(", ", headers.allValues("Vary")).toLowerCase(Locale.ROOT);
        return List.of(all.split(", *"));
    }

    private HttpResponse<String> get(String path, String header, String value) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(header, value)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
