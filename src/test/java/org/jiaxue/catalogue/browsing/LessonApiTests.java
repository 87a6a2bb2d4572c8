package org.jiaxue.catalogue.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Browser;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
class LessonApiTests {

    private static final LessonId DAWDLING = LessonId.named("dawdling-is-not-laziness");

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;

    @Test
    void the_list_gives_a_page_of_lessons_in_the_language_asked_for() {
        JsonNode zh = json("/api/v1/lessons", "zh-CN");
        JsonNode en = json("/api/v1/lessons", "en");

        assertThat(zh.path("items")).hasSize(Catalogue.PAGE_SIZE);
        assertThat(zh.path("page").intValue()).isZero();
        assertThat(zh.path("pages").intValue()).isEqualTo(pages());
        assertThat(zh.path("items").get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "title", "stage", "kind", "seconds");
        assertThat(zh.path("items").get(0).path("id"))
                .isEqualTo(en.path("items").get(0).path("id"));
        assertThat(zh.path("items").get(0).path("title"))
                .isNotEqualTo(en.path("items").get(0).path("title"));
    }

    private int pages() {
        return Math.ceilDiv(catalogue.lessons().size(), Catalogue.PAGE_SIZE);
    }

    @Test
    void a_question_and_a_stage_narrow_the_list() {
        JsonNode asked = json("/api/v1/lessons?q=my+child+dawdles", "en");
        JsonNode primary = json("/api/v1/lessons?stage=primary", "en");
        JsonNode neither = json("/api/v1/lessons?q=my+child+dawdles&stage=senior", "en");

        assertThat(asked.path("items").get(0).path("id").stringValue())
                .isEqualTo(DAWDLING.toString());
        assertThat(primary.path("items"))
                .hasSize(catalogue.lessons(Stage.PRIMARY).size())
                .allMatch(item -> "primary".equals(item.path("stage").stringValue()));
        assertThat(neither.path("items")).isEmpty();
    }

    @Test
    void a_lesson_comes_whole_but_never_says_which_choice_is_right() {
        JsonNode lesson = json("/api/v1/lessons/" + DAWDLING, "zh-CN");

        assertThat(lesson.path("body")).hasSize(14);
        assertThat(lesson.path("body").get(1).path("at").intValue()).isEqualTo(4);
        assertThat(lesson.path("question").path("choices")).hasSize(3);
        assertThat(lesson.path("question").path("choices").get(0).propertyNames())
                .containsExactlyInAnyOrder("id", "text");
        assertThat(lesson.path("course").path("place").intValue()).isEqualTo(1);
        assertThat(lesson.path("sources")).hasSize(2);
        assertThat(lesson.path("media").path("video").stringValue())
                .matches("/media/[0-9a-f]{64}/dawdling-is-not-laziness\\.mp4");
        assertThat(lesson.path("media").path("captions")).hasSize(2);
        assertThat(lesson.toString()).doesNotContain("right\":", "reply");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/lessons/5, 400, catalogue.problem.lesson-id",
        "/api/v1/lessons/00000000-0000-0000-0000-000000000000, 404, catalogue.problem.no-lesson",
        "/api/v1/lessons?stage=nursery, 400, catalogue.problem.stage",
        "/api/v1/lessons?page=-1, 400, catalogue.problem.page",
        "/api/v1/lessons?page=x, 400, catalogue.problem.page",
        "/api/v1/lessons?page=10000, 400, catalogue.problem.page",
    })
    void what_cannot_be_is_refused_as_problem_details(String path, int status, String code) {
        HttpResponse<byte[]> answer = new Browser(port).get(path, "en");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(Browser.text(answer)).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void a_question_of_more_than_64_characters_is_refused() {
        HttpResponse<byte[]> answer =
                new Browser(port).get("/api/v1/lessons?q=" + "a".repeat(65), "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.text(answer)).contains("catalogue.problem.question-too-long");
    }

    @Test
    void a_page_beyond_the_last_is_empty_and_says_how_many_there_are() {
        JsonNode page = json("/api/v1/lessons?page=9999", "en");

        assertThat(page.path("items")).isEmpty();
        assertThat(page.path("pages").intValue()).isEqualTo(pages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void a_lesson_can_only_be_read_here(String method) {
        assertThat(new Browser(port).ask(method, "/api/v1/lessons/" + DAWDLING).statusCode())
                .isEqualTo(405);
    }

    private JsonNode json(String path, String language) {
        HttpResponse<byte[]> answer = new Browser(port).get(path, language);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
