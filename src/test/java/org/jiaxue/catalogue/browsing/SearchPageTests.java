package org.jiaxue.catalogue.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Browser;
import org.jiaxue.catalogue.CourseId;
import org.jiaxue.catalogue.LessonId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class SearchPageTests {

    @LocalServerPort int port;

    @Test
    void the_answer_comes_first_with_its_sentence_lit_and_the_second_where_it_begins() {
        Document page = page("/search?q=" + encoded("孩子磨蹭怎么办"), "zh-CN");

        assertThat(page.select(".jx-answer mark").text()).contains("在钟面上涂一小块颜色");
        assertThat(page.select(".jx-answer a").attr("href"))
                .isEqualTo("/lessons/" + dawdling() + "?at=33");
        assertThat(page.select(".jx-answer").text()).contains("从这一句看起（0:33）", "《磨蹭不是懒，是心里还没有时间》");
    }

    @Test
    void the_same_question_is_answered_in_english() {
        Document page = page("/search?q=my+child+dawdles", "en");

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select(".jx-answer mark").text()).contains("Colour a slice of the clock");
        assertThat(page.select(".jx-answer").text()).contains("Watch from here (0:33)");
    }

    @Test
    void further_lessons_follow_each_with_a_lit_sentence() {
        Document page = page("/search?q=" + encoded("早上"), "zh-CN");

        assertThat(page.select(".jx-result")).isNotEmpty();
        assertThat(page.select(".jx-result mark")).hasSameSizeAs(page.select(".jx-result"));
    }

    @Test
    void an_answer_that_stands_alone_is_joined_by_lessons_on_its_topics() {
        Document page = page("/search?q=" + encoded("孩子磨蹭怎么办"), "zh-CN");

        assertThat(page.select(".jx-result-title").eachText())
                .contains("早晨的从容，从前一晚开始", "写作业，有开头也有结尾");
    }

    @Test
    void a_filter_narrows_and_pressing_it_again_lets_go() {
        Document page = page("/search?q=" + encoded("孩子") + "&kind=article", "zh-CN");

        String chosen = page.select(".jx-chip[aria-current]").attr("href");
        assertThat(page.select(".jx-answer-from").text()).contains("图文").doesNotContain("微课");
        assertThat(chosen).isEqualTo("/search?q=" + encoded("孩子"));
    }

    @Test
    void without_a_question_the_library_is_shown() {
        Document page = page("/search", "zh-CN");

        assertThat(page.select("a[href^=/stages/]")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(page.select("a[href^=/courses/]")).isNotEmpty();
        assertThat(page.select("h1").text()).isEqualTo("找课");
    }

    @Test
    void a_question_that_nothing_answers_is_told_so_with_a_next_step() {
        Document page = page("/search?q=" + encoded("量子力学"), "zh-CN");

        assertThat(page.select(".jx-empty").text()).contains("量子力学", "换个说法");
        assertThat(page.select(".jx-answer")).isEmpty();
        assertThat(page.select(".jx-chips a[href^=/search?q=]")).isNotEmpty();
    }

    @Test
    void a_question_that_is_too_long_comes_back_with_what_to_do() {
        String question = "早".repeat(65);
        var answer = new Browser(port).get("/search?q=" + encoded(question), "zh-CN");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.text(answer)).contains("问题最多 64 个字", "value=\"" + question + "\"");
    }

    @Test
    void what_was_typed_is_shown_as_text_never_as_markup() {
        Document page = page("/search?q=" + encoded("<script>x</script>\"><b>y"), "en");

        assertThat(page.select("main script, main b:matchesOwn(^y$)")).isEmpty();
        assertThat(page.select("input[name=q]").val()).isEqualTo("<script>x</script>\"><b>y");
    }

    @ParameterizedTest
    @CsvSource({
        "stage=nursery, There is no such stage",
        "kind=game, There is no such kind",
        "minutes=7, minutes=10",
        "page=-1, from 0 to 9999",
        "page=one, from 0 to 9999",
        "page=99999999999999999999, from 0 to 9999",
    })
    void a_filter_that_there_is_not_is_refused_with_what_there_is(String query, String says) {
        var answer = new Browser(port).get("/search?q=x&" + query, "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.text(answer)).contains(says);
    }

    @Test
    void a_page_beyond_the_last_says_so() {
        Document page = page("/search?stage=primary&page=9999", "zh-CN");

        assertThat(page.select(".jx-empty").text()).contains("这一页没有内容");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20%20", "%E3%80%80", "***", "%22%29%28", "a%0Ab"})
    void odd_questions_are_answered_with_a_page(String query) {
        assertThat(new Browser(port).get("/search?q=" + query, "zh-CN").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_question_that_holds_what_no_keyboard_writes_is_refused_in_words() {
        var answer = new Browser(port).get("/search?q=%00", "zh-CN");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.text(answer)).containsPattern("\\p{IsHan}");
    }

    @Test
    void a_course_shows_its_lessons_in_order() {
        Document page = page("/courses/" + CourseId.named("parent-child-time"), "zh-CN");

        assertThat(page.select(".jx-pick")).hasSize(3);
        assertThat(page.select(".jx-pick").attr("href")).isEqualTo("/lessons/" + dawdling());
    }

    @Test
    void a_stage_shows_its_courses_and_lessons() {
        Document page = page("/stages/primary", "en");

        assertThat(page.select("h1").text()).isEqualTo("Primary school");
        assertThat(page.select("a[href^=/courses/]")).hasSize(3);
        assertThat(page.select("a[href=/moments/primary]")).hasSize(1);
        assertThat(page.select(".jx-pick")).hasSize(11);
    }

    @Test
    void a_moment_of_a_familys_life_has_its_own_lessons() {
        Document page = page("/moments/childcare", "zh-CN");

        assertThat(page.select("h1").text()).isEqualTo("入托的头几天");
        assertThat(page.select(".jx-pick")).isNotEmpty();
        assertThat(new Browser(port).get("/moments/monday", "zh-CN").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/courses/5",
                "/courses/00000000-0000-0000-0000-000000000000",
                "/stages/nursery",
                "/stages/PRIMARY"
            })
    void what_is_not_there_is_said_in_the_readers_language(String path) {
        var answer = new Browser(port).get(path, "zh-CN");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Browser.text(answer)).contains("找课");
    }

    private Document page(String path, String language) {
        return new Browser(port).page(path, language);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static LessonId dawdling() {
        return LessonId.named("dawdling-is-not-laziness");
    }
}
