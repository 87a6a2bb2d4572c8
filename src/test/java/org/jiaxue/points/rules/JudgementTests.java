package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaxue.points.rules.Policies.county;
import static org.jiaxue.points.rules.Policies.own;
import static org.jiaxue.points.rules.Policies.province;
import static org.jiaxue.points.rules.Policies.set;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.learning.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a rule set before it is in force. */
class JudgementTests {

    @Test
    void a_set_that_was_allowed_before_is_brought_back_when_the_bounds_narrow() {
        RuleSet county = county("changes:\n  - { rule: lesson, points: 3 }\ncaps: { day: 20 }");
        RuleSet narrower =
                set(
                        "33",
                        2,
                        "2026-10-01",
                        """
                        leeway: { caps: { day: [10, 12] } }
                        rules:
                          - rule: lesson
                            kind: lesson-completed
                            points: 2
                            leeway: { points: [1, 2] }
                            did: { zh: "看完《{title}》", en: "Finished “{title}”" }
                            why: { zh: "记 {points} 分。", en: "{points} points." }
                        caps: { day: 11, week: 40 }
                        """);
        Rulebook book = new Rulebook(List.of(province(), county, narrower));

        Effective before = book.inForce("330102", null, LocalDate.of(2026, 9, 30));
        assertThat(before.always(EventKind.LESSON_COMPLETED).orElseThrow().points()).isEqualTo(3);
        Effective after = book.inForce("330102", null, LocalDate.of(2026, 10, 1));
        assertThat(after.always(EventKind.LESSON_COMPLETED).orElseThrow().points()).isEqualTo(2);
        assertThat(after.caps().of(Period.DAY)).isEqualTo(12);
        assertThat(Judgement.of(new Rulebook(List.of(province(), county)), narrower).warnings())
                .extracting(it -> it.what().zh())
                .anyMatch(it -> it.contains("《规则 330102》会被拉回"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when: \"content.stage == 'primary' && content.stage == 'junior'\""
                        + " | rules.a.when | 不可能成立",
                "when: \"event.date < '2026-09-01'\" | rules.a.when | 不可能成立",
                "when: \"content.stage == 'primery'\" | rules.a.when | 不可能成立",
                "when: content.minutes > 3 | rules.a | “看完一节微课”总是记 2 分",
            })
    void a_rule_that_could_never_fire_is_warned_of(String when, String field, String what) {
        int points = field.endsWith("when") ? 3 : 2;
        RuleSet set = county("rules:\n" + own("a", "lesson-completed", points, when));
        Judgement judgement = Judgement.of(new Rulebook(List.of(province())), set);
        assertThat(judgement.allowed()).isTrue();
        assertThat(judgement.warnings())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.field()).isEqualTo(field);
                    assertThat(it.what().zh()).contains(what);
                });
    }

    @Test
    void what_its_days_do_to_other_versions_is_told() {
        RuleSet first = county("rules:\n" + own("a", "live-attended", 2, ""));
        RuleSet later =
                set("330102", 2, "2026-11-01", "rules:\n" + own("a", "live-attended", 3, ""));
        RuleSet between =
                set(
                        "330102",
                        3,
                        "2026-10-01",
                        "until: 2026-12-31\nrules:\n" + own("a", "live-attended", 4, ""));
        Rulebook book = new Rulebook(List.of(province(), first, later));

        assertThat(Judgement.of(book, between).warnings())
                .extracting(it -> it.field() + it.what().zh())
                .containsExactly(
                        "until2026-12-31之后，这一级不再有自己的规则：以前的版本不会恢复",
                        "from到 2026-11-01 为止：从那天起是已批准的第 2 版");
        assertThat(Judgement.of(book, later).warnings()).isEmpty();
    }

    @Test
    void a_condition_that_contradicts_the_one_from_above_is_warned_of() {
        RuleSet above =
                set(
                        "33",
                        1,
                        "2026-01-01",
                        "rules:\n" + own("a", "note-written", 2, "when: content.minutes >= 5"));
        RuleSet set = county("changes:\n  - { rule: a, when: content.minutes < 5 }");
        assertThat(Judgement.of(new Rulebook(List.of(above)), set).warnings())
                .extracting(Breach::field)
                .containsExactly("changes.a.when");
    }
}
