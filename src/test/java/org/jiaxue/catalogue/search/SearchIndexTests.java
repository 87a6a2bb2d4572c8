package org.jiaxue.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.LessonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class SearchIndexTests {

    @Autowired Catalogue catalogue;

    @ParameterizedTest
    @CsvSource({
        "孩子磨蹭怎么办, dawdling-is-not-laziness",
        "孩子做什么都慢吞吞磨磨蹭蹭, dawdling-is-not-laziness",
        "早上穿衣服特别慢, dawdling-is-not-laziness",
        "沙漏, dawdling-is-not-laziness",
        "写作业拖拉, homework-has-an-end",
        "陪写作业总忍不住发火, homework-has-an-end",
        "早上起不来怎么办, mornings-begin-the-night-before",
        "总想看手机, a-bed-for-the-phone",
        "孩子睡前玩手机, a-bed-for-the-phone",
        "孩子哭闹发脾气, hold-the-feeling-keep-the-promise",
        "高考考砸了, after-the-exam-listen-first",
        "my child dawdles, dawdling-is-not-laziness",
        "why is my son so slow to get dressed?, dawdling-is-not-laziness",
        "homework takes forever, homework-has-an-end",
        "how do I stop my daughter using her phone at night, a-bed-for-the-phone",
        "who will help us after the birth?, the-first-month-cares-for-three",
        "怀孕了要准备什么, a-list-before-the-baby",
        "chores at home, a-job-of-their-own",
    })
    void a_parents_question_finds_its_lesson_first(String question, String slug) {
        assertThat(find(question)).first().isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "***",
                "\"",
                "AND OR NOT",
                "()[]{}^~:\\/",
                "。。。",
                "😀😀",
                "\u0000",
                "量子力学",
                "quantum chromodynamics",
                "zzzzzz",
                "的的的的的",
                "a"
            })
    void what_no_lesson_is_about_finds_nothing_and_never_fails(String question) {
        assertThat(find(question)).isEmpty();
    }

    @Test
    void a_question_about_nothing_but_a_child_still_finds_lessons() {
        assertThat(find("孩子")).isNotEmpty();
    }

    @Test
    void a_word_of_the_lesson_itself_leads_to_its_sentence() {
        LessonContent lesson = dawdling();

        assertThat(answer(lesson, "沙漏")).contains("沙漏");
        assertThat(answer(lesson, "sand timer")).contains("沙漏");
    }

    @Test
    void a_question_in_other_words_leads_to_the_sentence_that_says_what_to_do() {
        LessonContent lesson = dawdling();

        assertThat(answer(lesson, "孩子磨蹭怎么办")).contains("在钟面上涂一小块颜色");
        assertThat(answer(lesson, "my child dawdles")).contains("在钟面上涂一小块颜色");
    }

    @Test
    void a_word_that_the_whole_lesson_is_about_does_not_lead_to_where_the_trouble_is_told() {
        LessonContent lesson =
                catalogue.content(LessonId.named("homework-has-an-end")).orElseThrow();

        assertThat(index().answer(lesson, "homework")).isPositive();
        assertThat(answer(lesson, "写作业拖拉")).doesNotContain("作业摊开半小时");
    }

    private LessonContent dawdling() {
        return catalogue.content(LessonId.named("dawdling-is-not-laziness")).orElseThrow();
    }

    private String answer(LessonContent lesson, String question) {
        return lesson.body().get(index().answer(lesson, question)).words().zh();
    }

    private List<String> find(String question) {
        return index().find(question).stream().map(it -> it.lesson().slug()).toList();
    }

    private SearchIndex index() {
        return SearchIndex.over(
                catalogue.lessons().stream()
                        .flatMap(lesson -> catalogue.content(lesson.id()).stream())
                        .toList());
    }
}
