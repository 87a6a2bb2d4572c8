package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.jiaxue.learning.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTests {

    @Test
    void the_rules_that_ship_have_a_rule_for_every_kind_and_are_a_template() {
        RuleSet rules = Shipped.rules();

        assertThat(rules.rules()).containsOnlyKeys(EventKind.values());
        assertThat(rules.template()).isTrue();
        assertThat(rules.dayCap()).isEqualTo(15);
        assertThat(rules.weekCap()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"signed-in", "shared", "liked", "forwarded", "profile-filled-in", "streak"})
    void nothing_but_learning_can_be_rewarded(String kind) {
        assertWrong(
                "kind: lesson-completed",
                "kind: " + kind,
                "rules/default-2026.yaml, rules[0].kind: must be one of lesson-completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points: 2 | points: two | rules[0].points: must be a whole number from 1 to",
                "points: 2 | points: -2 | rules[0].points: must be a whole number from 1 to",
                "points: 2 | worth: 2 | rules[0].worth: is not a field here",
                "per: month | per: year | rules[5].cap.per: must be week or month",
                "points: 20, | points: 5, | rules[5].cap.points: must be a whole number from 10",
                "from: 2026-01-01 | from: 2026-13-01 | from: must be a day such as",
                "division: \"33\" | division: 33 | division: must be a text",
                "division: \"33\" | division: \"331\" | division: must be a division's code",
                "week: 40 | week: 10 | caps.week: must be a whole number from 15",
                "kind: note-written | kind: lesson-completed | rules[6].kind: has a rule already",
                "once: session | when: \"1 < 2\" | rules[3].when: conditions are not evaluated",
                "看完《{title}》 | 看完 | rules[0].did: must contain {title} in both languages",
                "  corrected: | zcorrected: | sentences.zcorrected: is not a field here",
            })
    void an_error_names_file_and_field(String right, String wrong, String message) {
        assertWrong(right, wrong, "rules/default-2026.yaml, " + message);
    }

    @Test
    void a_file_that_is_not_yaml_is_named() {
        assertThatThrownBy(() -> RuleFile.read("rules/x.yaml", "a: [1"))
                .hasMessageStartingWith("rules/x.yaml: is not YAML");
    }

    private static void assertWrong(String right, String wrong, String message) {
        String text = Shipped.text().replaceFirst(Pattern.quote(right), wrong);
        assertThat(text).isNotEqualTo(Shipped.text());
        assertThatThrownBy(() -> RuleFile.read(Shipped.FILE, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
