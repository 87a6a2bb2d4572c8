package org.jiaxue.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Problem;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Viewer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

@RoomTest
class RefusalPageTests {

    @Autowired TemplateEngine engine;
    @Autowired TextsFinder texts;

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503})
    void every_refusal_says_what_happened_and_leads_on(int status) {
        Set<String> titles = new HashSet<>();
        for (String language : Set.of("zh-CN", "en")) {
            Document page = page(Faults.of(HttpStatusCode.valueOf(status)), language, "");

            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.expectFirst("main p").text()).hasSizeGreaterThan(5);
            assertThat(page.select("main a.jx-button").eachAttr("href")).containsExactly("/");
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
            titles.add(page.title());
        }
        assertThat(titles).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void what_may_be_there_in_a_moment_is_asked_for_again(String language) {
        Document page = page(Faults.of(HttpStatus.SERVICE_UNAVAILABLE), language, "/me/points");

        assertThat(page.expectFirst("main a.jx-button").attr("href")).isEqualTo("/me/points");
    }

    private Document page(Problem problem, String language, String again) {
        var frame =
                new Frame(
                        texts.of(Locale.forLanguageTag(language)),
                        new Viewer.Visitor(),
                        "/somewhere",
                        new Frame.Csrf("_csrf", "X-CSRF-TOKEN", "token"),
                        new Frame.Taste(false, "system"),
                        () -> Frame.Post.NONE,
                        false,
                        UnaryOperator.identity());
        var html = new StringOutput();
        engine.render(
                "web/refusal/problem.jte",
                Map.<String, Object>of("frame", frame, "problem", problem, "again", again),
                html);
        return Jsoup.parse(html.toString());
    }
}
