package org.jiaxue.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import org.jiaxue.RoomTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class PreferencesPageTests {

    /** The most that style may weigh on a parent's page, in compressed bytes. */
    private static final int MOST_STYLE = 20_000;

    @LocalServerPort int port;

    @Test
    void large_type_is_kept_on_this_device_and_leads_back_to_the_page() throws Exception {
        HttpResponse<String> answer = post("size=large&return=/search?q=abc");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/search?q=abc");
        assertThat(cookies(answer)).anyMatch(it -> it.startsWith("size=large;"));
        assertThat(page("size=large", "zh-CN").expectFirst("html").attr("data-size"))
                .isEqualTo("large");
    }

    @Test
    void a_theme_and_a_language_are_kept_too() throws Exception {
        assertThat(page("theme=high", "zh-CN").expectFirst("html").attr("data-theme"))
                .isEqualTo("high");
        assertThat(page("language=en", "zh-CN").expectFirst("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void without_a_choice_the_browser_says_the_language_and_the_system_the_theme()
            throws Exception {
        Document page = page("", "en-GB");

        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.expectFirst("html").hasAttr("data-theme")).isFalse();
    }

    @Test
    void an_unknown_choice_is_refused_and_keeps_nothing() throws Exception {
        HttpResponse<String> answer = post("theme=purple&return=/");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(cookies(answer)).noneMatch(it -> it.startsWith("theme="));
    }

    @Test
    void nobody_is_led_to_another_site() throws Exception {
        for (String back : List.of("//evil.example", "https://evil.example", "/%5Cevil.example")) {
            HttpResponse<String> answer = post("size=large&return=" + back);

            assertThat(answer.headers().firstValue("Location")).hasValue("/");
        }
    }

    @Test
    void a_form_without_its_token_changes_nothing() throws Exception {
        HttpResponse<String> answer = send(request("/preferences").POST(form("size=large")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("放得太久");
        assertThat(cookies(answer)).noneMatch(it -> it.startsWith("size="));
    }

    @Test
    void a_page_brings_no_code_or_style_of_its_own() throws Exception {
        Document page = page("", "zh-CN");

        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
        assertThat(page.select("*").stream().flatMap(it -> it.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }

    @Test
    void style_is_one_sheet_of_at_most_20_kB_kept_for_a_year() throws Exception {
        var sheets = page("", "zh-CN").select("link[rel=stylesheet]");

        assertThat(sheets).hasSize(1);
        HttpResponse<String> sheet = send(request(sheets.attr("href")));
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.body()).doesNotContain("@import").contains(".jx-tabs", "--jx-celadon");
        assertThat(sheet.headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        assertThat(send(request("/css/jiaxue.css")).headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
        assertThat(compressed(sheet.body())).isLessThanOrEqualTo(MOST_STYLE);
    }

    @Test
    void the_console_has_a_sheet_of_its_own() throws Exception {
        HttpResponse<String> desk = send(request("/css/desk.css"));

        assertThat(desk.body()).contains(".jx-console").doesNotContain(".jx-tabs {");
    }

    private static int compressed(String text) throws Exception {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        var buffer = new byte[256 * 1024];
        int length = deflater.deflate(buffer);
        deflater.end();
        return length;
    }

    private Document page(String cookie, String language) throws Exception {
        var request = request("/preferences").header("Accept-Language", language);
        return Jsoup.parse(
                send(cookie.isEmpty() ? request : request.header("Cookie", cookie)).body());
    }

    private HttpResponse<String> post(String fields) throws Exception {
        HttpResponse<String> form = send(request("/preferences"));
        String token = Jsoup.parse(form.body()).expectFirst("input[name=_csrf]").val();
        String csrf =
                cookies(form).stream()
                        .filter(it -> it.startsWith("csrf="))
                        .findFirst()
                        .orElseThrow();
        return send(
                request("/preferences")
                        .header("Cookie", csrf.substring(0, csrf.indexOf(';')))
                        .POST(form(fields + "&_csrf=" + token)));
    }

    private static HttpRequest.BodyPublisher form(String fields) {
        return HttpRequest.BodyPublishers.ofString(fields);
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
