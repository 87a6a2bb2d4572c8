package org.jiaxue.points.saying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;

class BelowTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private static Effective rules(String leeway, String ofRule) {
        String text =
                """
                division: "33"
                version: 1
                from: 2026-09-01
                name: { zh: 省规则, en: The province's rules }
                leeway: %s
                rules:
                  - kind: note-written
                    points: 3
                    caps: { week: 6 }
                    leeway: %s
                    did: { zh: "写了{title}", en: "Wrote {title}" }
                    why: { zh: "{points} 分", en: "{points} points" }
                caps: { day: 15 }
                """
                        .formatted(leeway, ofRule);
        return new Rulebook(List.of(RuleFile.read("test.yaml", text))).inForce("33", null, DAY);
    }

    private static List<String> en(Effective before, Effective after) {
        return Below.between(before, after).stream().map(Words::en).toList();
    }

    private static List<String> zh(Effective before, Effective after) {
        return Below.between(before, after).stream().map(Words::zh).toList();
    }

    @Test
    void what_the_levels_below_may_do_is_told_now_and_before() {
        Effective before = rules("{ caps: { week: [30, 40] } }", "{ caps: { month: [6, 9] } }");
        Effective after =
                rules(
                        "{ caps: { day: [10, 20] }, rules: { points: [1, 5], most: 3 } }",
                        "{ points: [1, 4], caps: { week: [3, 8] } }");

        assertThat(zh(before, after))
                .containsExactly(
                        "下级给“写下一篇家庭实践笔记”记的分：现在可以是 1–4 分，原来只能是 3 分。",
                        "下级给“写下一篇家庭实践笔记”定的每周上限：现在可以在 3–8 分之间，原来不能高于 6 分。",
                        "下级给“写下一篇家庭实践笔记”定的每月上限：现在多少都可以，原来可以在 6–9 分之间。",
                        "下级定的各项合计每天上限：现在可以在 10–20 分之间，原来不能高于 15 分。",
                        "下级定的各项合计每周上限：现在多少都可以，原来可以在 30–40 分之间。",
                        "下级可以另加的规则：现在最多 3 条、每条 1–5 分，原来一条也不能加。");
        assertThat(en(before, after))
                .contains(
                        "Points that the levels below may give for “a practice note from home”: 1–4"
                                + " now, only 3 before.",
                        "Rules that the levels below may add: at most 3, of 1–5 points each now,"
                                + " none before.");
    }

    @Test
    void a_rule_that_is_closed_is_told_with_what_could_be_done_before() {
        Effective open = rules("{ rules: { points: [1, 5], most: 3 } }", "{ points: [1, 4] }");
        Effective shut = rules("{ rules: { points: [1, 5], most: 3 } }", "{ fixed: true }");

        assertThat(zh(open, shut)).containsExactly("下级给“写下一篇家庭实践笔记”记的分：现在不能改，原来可以是 1–4 分。");
        assertThat(zh(shut, open)).containsExactly("下级给“写下一篇家庭实践笔记”记的分：现在可以是 1–4 分，原来不能改。");
    }

    @Test
    void nothing_is_told_where_nothing_is_otherwise_or_nothing_was_before() {
        Effective rules = rules("{ caps: { week: [30, 40] } }", "{ points: [1, 4] }");

        assertThat(Below.between(rules, rules)).isEmpty();
        assertThat(Below.between(Effective.NONE, rules)).isEmpty();
    }
}
