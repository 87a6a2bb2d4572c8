package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.jiaxue.learning.EventKind;
import org.jiaxue.web.DataFault;
import org.jiaxue.web.DataFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTests {

    @Test
    void the_rules_that_ship_have_a_rule_for_every_kind_and_are_a_template() {
        RuleSet rules = Shipped.rules();

        assertThat(rules.rules()).extracting(Rule::kind).containsExactly(EventKind.values());
        assertThat(rules.template()).isTrue();
        assertThat(rules.caps().of(Period.DAY)).isEqualTo(15);
        assertThat(rules.caps().of(Period.WEEK)).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"signed-in", "shared", "liked", "forwarded", "profile-filled-in", "streak"})
    void nothing_but_learning_can_be_rewarded(String kind) {
        assertWrong(
                "kind: lesson-completed",
                "kind: " + kind,
                "rules[0].kind: must be one of lesson-completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points: 2 | points: two | rules[0].points: must be a whole number from 1 to",
                "points: 2 | points: -2 | rules[0].points: must be a whole number from 1 to",
                "points: 2 | worth: 2 | rules[0].worth: is not a field here",
                "per: month | per: year | rules[5].cap.per: must be day, week",
                "points: 20, | points: 5, | rules[5].cap.points: must be a whole number from 10",
                "from: 2026-01-01 | from: 2026-13-01 | from: must be a day such as",
                "division: \"33\" | division: 33 | division: must be a text",
                "division: \"33\" | division: \"331\" | division: must be a division's code",
                "week: 40 | week: 10 | caps.week: must be a whole number from 15",
                "kind: note-written | kind: lesson-completed | rules[6].kind: there is",
                "points: 5 | points: 5\\n    once: session | rules[2].once: may only be",
                "points: 2 | points: 2\\n    when: content.minute > 3 | rules[0].when: column 1"
                        + " of the condition: “content.minute” is not a name here",
                "points: 2 | points: 2\\n    when: content.minutes | rules[0].when: column 8 of the"
                        + " condition: a condition must come out as yes or no",
                "看完《{title}》 | 看完 | rules[0].did: must contain {title} in both languages",
                "[1, 3] | [3, 1] | rules[0].leeway.points[1]: must be a whole number from 3",
            })
    void an_error_names_file_and_field(String right, String wrong, String message) {
        assertWrong(right, wrong.replace("\\n", "\n"), message);
    }

    @Test
    void a_file_that_is_not_yaml_is_named() {
        assertThatThrownBy(() -> RuleFile.read("rules/x.yaml", "a: [1"))
                .hasMessageStartingWith("rules/x.yaml, line 1: is not YAML");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_line() {
        String text =
                Shipped.text()
                        .replace("points: 10\n", "points: ten\n")
                        .replace("template: true", "template: maybe");
        assertThatThrownBy(() -> RuleFile.read(Shipped.FILE, text))
                .isInstanceOfSatisfying(
                        DataFaults.class,
                        faults -> {
                            assertThat(faults.faults())
                                    .extracting(DataFault::field)
                                    .containsExactlyInAnyOrder("template", "rules[5].points");
                            DataFault points =
                                    faults.faults().stream()
                                            .filter(it -> it.field().startsWith("rules"))
                                            .findFirst()
                                            .orElseThrow();
                            assertThat(Shipped.text().lines().toList().get(points.line() - 1))
                                    .contains("points: 10");
                            assertThat(points.what().zh()).startsWith("应当是 1 到 1000 的整数");
                        });
    }

    private static void assertWrong(String right, String wrong, String message) {
        String text = Shipped.text().replaceFirst(Pattern.quote(right), wrong);
        assertThat(text).isNotEqualTo(Shipped.text());
        assertThatThrownBy(() -> RuleFile.read(Shipped.FILE, text))
                .isInstanceOf(DataFaults.class)
                .message()
                .matches(Pattern.quote("rules/default-2026.yaml, line ") + "\\d+, .*")
                .contains(message);
    }
}
