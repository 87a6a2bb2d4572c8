package org.jiaxue.licences.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTests {

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @CsvSource({
        "ADMISSION, 三星家庭优先入学",
        "ADMISSION, 积分可换公办幼儿园入园名额",
        "ADMISSION, Stars count for admission to the primary school",
        "ADMISSION, Early enrolment for families with three stars",
        "PLACEMENT, 一年级分班时可以选老师",
        "PLACEMENT, You may choose your child's teacher",
        "PUPIL, 孩子可评为优秀学生",
        "PUPIL, 期末考试加5分",
        "PUPIL, A merit student title for your child",
        "TEACHER, 计入班主任绩效考核",
        "TEACHER, Counts in the teacher's appraisal",
        "PAYMENT, 凭券抵扣二十元",
        "PAYMENT, 门票打八折",
        "PAYMENT, Half off at the door",
        "PAYMENT, Pay only 5 yuan",
        "ADVERTISING, 扫码关注公众号领取",
        "ADVERTISING, 详情见 www.example.com",
        "ADVERTISING, Sponsored by our partner",
        "LEARNING, 解锁全部微课",
        "LEARNING, Two more lessons for your child",
    })
    void what_red_line_five_forbids_is_refused_for_its_reason(Ground ground, String text) {
        assertThat(expressions.objection(text))
                .hasValueSatisfying(it -> {
                    assertThat(it.ground()).isEqualTo(ground);
                    assertThat(it.found()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "优先入 学",
                "优先入-学",
                "优先入　学",
                "优先入\u200b学",
                "优先入。学",
                "优先入……学",
                "early еnrоlment for you",
                "優先入學",
                "評優名額",
                "獎學金",
                "ｐａｙ here",
                "P A Y here",
                "p.a.y here",
                "PAYMENT",
                "páyment",
                "SCHOLAR-SHIP",
                "打　８　折",
            })
    void spaces_signs_width_capitals_accents_and_old_characters_make_no_difference(String text) {
        assertThat(expressions.objection(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "科技馆亲子通行一次",
                "免费领一本绘本，适合三到六岁",
                "凭码入园，植物园正门，两大一小",
                "参加分享会的家庭每户一份材料包",
                "科学分馆报告厅，教学区一楼",
                "开放预约时可以早两天约",
                "直升机模型展，部分展品可以动手",
                "A free picture book for ages 3 to 6, one for each family",
                "Free entry to the science museum, two grown-ups and a child",
                "Craft kit from the workshop, at the library's front door",
                "Book the division's activities two days before they open to all",
                "Opaque paper lanterns to make at home",
            })
    void an_honest_offer_may_stand(String text) {
        assertThat(expressions.objection(text)).isEmpty();
    }

    @Test
    void words_that_only_contain_the_letters_are_let_pass_and_whole_words_are_not() {
        assertThat(expressions.objection("stop a yellow bus")).isEmpty();
        assertThat(expressions.objection("the coffee table")).isEmpty();
        assertThat(expressions.objection("no fee")).isPresent();
    }

    @Test
    void a_file_without_a_list_for_a_reason_is_refused_by_name() {
        String one =
                """
                simplified: 學学
                refused:
                  - { ground: payment, zh: [付款], en: [pay] }
                """;

        assertThatThrownBy(() -> new Expressions("some.yaml", one))
                .hasMessageStartingWith("some.yaml, line 3, refused: ")
                .hasMessageContaining("ADMISSION");
    }
}
