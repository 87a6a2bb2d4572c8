package org.jiaxue.learning.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.LessonId;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomTest
class LessonFactsTests {

    @LocalServerPort int port;

    @Test
    void a_lesson_says_stage_ages_length_topics_and_the_days_on_which_it_helps() {
        Element chinese = facts("a-short-goodbye-at-the-gate", "zh-CN");
        Element english = facts("a-short-goodbye-at-the-gate", "en");

        assertThat(chinese.text()).contains("2 岁半–4 岁", "1 分 29 秒", "入托入园入学、作息", "入园的头几天");
        assertThat(english.text())
                .contains("2½–4 years", "Starting somewhere new, Routines", "first days of kinder");
        assertThat(chinese.select("a").eachAttr("href"))
                .containsExactly("/stages/kindergarten", "/moments/kindergarten");
    }

    @Test
    void small_ages_are_told_in_months_and_a_lesson_before_the_child_tells_none() {
        assertThat(facts("when-the-crying-will-not-stop", "zh-CN").text()).contains("0–6 个月");
        assertThat(facts("when-the-crying-will-not-stop", "en").text()).contains("0–6 months");
        assertThat(facts("all-aboard-the-cardboard-box", "en").text()).contains("3–6 years");
        assertThat(facts("quarrel-kindly", "en").text()).doesNotContain("years", "months");
    }

    @Test
    void sources_are_cited_by_the_name_that_the_reader_knows_and_marked_with_its_language() {
        Document english = page("a-bed-for-the-phone", "en");
        Document chinese = page("a-bed-for-the-phone", "zh-CN");

        assertThat(english.select(".jx-lesson-sources").text())
                .contains(
                        "Family Education Promotion Law of the People’s Republic of China."
                                + " Articles 5, 17 and 22 (2021)");
        assertThat(english.select(".jx-lesson-sources [lang]")).isEmpty();
        assertThat(chinese.select(".jx-lesson-sources").text())
                .contains("《中华人民共和国家庭教育促进法》，第五条、第十七条、第二十二条（2021）");
        assertThat(chinese.select(".jx-lesson-sources [lang=en]").text())
                .isEqualTo("《Media Use in School-Aged Children and Adolescents》");
    }

    @Test
    void the_days_that_matter_lead_to_their_lessons_and_back() {
        Document moment = Caller.visitor(port, "en").get("/moments/senior").page();

        assertThat(moment.select("a[href^=/lessons/]")).hasSizeGreaterThanOrEqualTo(5);
    }

    private Element facts(String slug, String language) {
        return page(slug, language).select(".jx-lesson-facts").getFirst();
    }

    private Document page(String slug, String language) {
        return Caller.visitor(port, language).get("/lessons/" + LessonId.named(slug)).page();
    }
}
