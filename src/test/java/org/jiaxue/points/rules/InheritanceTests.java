package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiaxue.points.rules.Policies.county;
import static org.jiaxue.points.rules.Policies.own;
import static org.jiaxue.points.rules.Policies.province;
import static org.jiaxue.points.rules.Policies.set;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.learning.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InheritanceTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);

    private static Effective with(RuleSet... lower) {
        return Inheritance.resolve(Stream.concat(Stream.of(province()), Stream.of(lower)).toList());
    }

    private static int points(Effective rules, EventKind kind) {
        return rules.always(kind).orElseThrow().points();
    }

    @Test
    void without_a_set_of_its_own_a_county_has_the_rules_of_the_province() {
        Rulebook book = new Rulebook(List.of(province()));
        Effective rules = book.inForce("330102001", null, DAY);
        assertThat(points(rules, EventKind.LESSON_COMPLETED)).isEqualTo(2);
        assertThat(rules.caps().of(Period.DAY)).isEqualTo(15);
    }

    @Test
    void a_county_overrides_inside_the_bounds_and_its_entries_name_its_set() {
        Effective rules =
                with(county("changes:\n  - { rule: lesson, points: 3, caps: { day: 8 } }"));
        Rule lesson = rules.always(EventKind.LESSON_COMPLETED).orElseThrow();
        assertThat(lesson.points()).isEqualTo(3);
        assertThat(lesson.caps().of(Period.DAY)).isEqualTo(8);
        assertThat(lesson.ref()).isEqualTo(new Rule.Ref(Owner.of("330102"), 1));
        assertThat(rules.always(EventKind.NOTE_WRITTEN).orElseThrow().ref().owner())
                .isEqualTo(Owner.of("33"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "changes: [{ rule: lesson, points: 5 }] | changes.lesson.points"
                        + " | 《规则 33》第 1 版规定在 1–3 之间，这里是 5",
                "changes: [{ rule: lesson, points: 0 }] | changes.lesson.points | 1–3 之间，这里是 0",
                "changes: [{ rule: lesson, caps: { day: 9 } }] | changes.lesson.caps.day"
                        + " | 4–8 之间，这里是 9",
                "changes: [{ rule: note, points: 2 }] | changes.note.points | 3–3 之间，这里是 2",
                "changes: [{ rule: note, caps: { week: 9 } }] | changes.note.caps.week"
                        + " | 0–6 之间，这里是 9",
                "changes: [{ rule: activity, when: event.hour > 8 }] | changes.activity | 这条不能改",
                "changes: [{ rule: no-such }] | changes.no-such | 上级没有叫“no-such”的规则",
                "caps: { day: 25 } | caps.day | 10–20 之间，这里是 25",
                "caps: { week: 50 } | caps.week | 0–40 之间，这里是 50",
                "leeway: { caps: { day: [5, 15] } } | leeway.caps.day | 10–20 之间，这里放宽到了 5–15",
                "leeway: { rules: { points: [1, 9], most: 1 } } | leeway.rules.points"
                        + " | 1–5 之间，这里放宽到了 1–9",
            })
    void what_is_beyond_a_bound_is_told_with_the_bound(String body, String field, String what) {
        List<Breach> breaches = Inheritance.breaches(List.of(province()), county(body));
        assertThat(breaches)
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.field()).isEqualTo(field);
                    assertThat(breach.what().zh()).contains(what);
                    assertThat(breach.what().en()).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "changes: [{ rule: lesson, points: 1 }]",
                "changes: [{ rule: note, caps: { week: 3 } }]",
                "changes: [{ rule: note, when: content.minutes >= 2 }]",
                "caps: { day: 20, week: 30 }",
                "caps: { term: 200 }",
                "leeway: { caps: { day: [12, 18], week: [20, 40] } }",
            })
    void what_is_inside_a_bound_or_only_tightens_is_allowed(String body) {
        assertThat(Inheritance.breaches(List.of(province()), county(body))).isEmpty();
    }

    @Test
    void rules_may_be_added_as_many_and_as_high_as_the_level_above_lets() {
        RuleSet two =
                county(
                        "rules:\n"
                                + own("a", "live-attended", 5, "")
                                + own("b", "note-written", 1, ""));
        assertThat(Inheritance.breaches(List.of(province()), two)).isEmpty();
        RuleSet three =
                county(
                        "rules:\n"
                                + own("a", "live-attended", 6, "")
                                + own("b", "note-written", 1, "")
                                + own("c", "note-written", 1, ""));
        assertThat(Inheritance.breaches(List.of(province()), three))
                .extracting(Breach::field)
                .containsExactly("rules.a.points", "rules.c");
        assertThat(
                        Inheritance.breaches(
                                List.of(county("")),
                                set(
                                        "330102001",
                                        1,
                                        "2026-09-01",
                                        "rules:\n" + own("a", "note-written", 1, ""))))
                .singleElement()
                .satisfies(it -> assertThat(it.what().en()).contains("lets no rules be added"));
    }

    @Test
    void a_rule_that_is_added_cannot_shadow_the_bounds_of_its_kind() {
        RuleSet notes = county("rules:\n" + own("a", "note-written", 5, "caps: { week: 60 }"));
        assertThat(Inheritance.breaches(List.of(province()), notes))
                .extracting(Breach::field)
                .containsExactly("rules.a.points", "rules.a.caps.week");

        Effective rules = with(county("rules:\n" + own("a", "note-written", 2, "")));
        assertThat(rules.rules().stream().filter(it -> it.name().equals("a")))
                .singleElement()
                .satisfies(it -> assertThat(it.caps().of(Period.WEEK)).isEqualTo(6));
    }

    @Test
    void a_rule_that_is_added_leaves_no_more_to_those_below_than_its_kind_may_bring() {
        RuleSet notes =
                county(
                        "rules:\n"
                                + own(
                                        "a",
                                        "note-written",
                                        2,
                                        "leeway: { points: [1, 9], caps: { week: [3, 60] } }"));
        assertThat(Inheritance.breaches(List.of(province()), notes))
                .extracting(Breach::field)
                .containsExactly("rules.a.leeway.points", "rules.a.leeway.caps.week");
    }

    @Test
    void nothing_is_added_to_a_kind_whose_rule_is_fixed() {
        RuleSet activities = county("rules:\n" + own("a", "activity-attended", 5, ""));
        assertThat(Inheritance.breaches(List.of(province()), activities))
                .singleElement()
                .satisfies(it -> assertThat(it.what().zh()).contains("不能改，也不能加"));
        assertThat(with(activities).rules().stream().filter(it -> it.name().equals("a")))
                .singleElement()
                .satisfies(it -> assertThat(it.points()).isZero());
    }

    @Test
    void a_level_between_narrows_what_those_below_it_may_change() {
        RuleSet city =
                set(
                        "3301",
                        1,
                        "2026-09-01",
                        "changes:\n  - { rule: lesson, points: 1, leeway: { points: [1, 2],"
                                + " caps: { day: [4, 6] } } }\n"
                                + "  - { rule: note, leeway: { fixed: true } }");
        assertThat(Inheritance.breaches(List.of(province()), city)).isEmpty();
        RuleSet below =
                county(
                        "changes: [{ rule: lesson, points: 3, caps: { day: 8 } },"
                                + " { rule: note, caps: { week: 3 } }]");
        assertThat(Inheritance.breaches(List.of(province(), city), below))
                .extracting(it -> it.field() + it.what().zh())
                .containsExactly(
                        "changes.lesson.caps.day《规则 3301》第 1 版规定在 4–6 之间，这里是 8",
                        "changes.lesson.points《规则 3301》第 1 版规定在 1–2 之间，这里是 3",
                        "changes.note《规则 3301》第 1 版规定这条不能改");
        RuleSet wider =
                set(
                        "3301",
                        1,
                        "2026-09-01",
                        "changes: [{ rule: lesson, leeway: { points: [1, 9] } }]");
        assertThat(Inheritance.breaches(List.of(province(), wider), wider))
                .extracting(Breach::field)
                .contains("changes.lesson.leeway.points");
    }

    @Test
    void a_bound_is_said_to_be_of_whoever_set_it() {
        RuleSet city = set("3301", 1, "2026-09-01", "changes: [{ rule: lesson, points: 1 }]");
        assertThat(
                        Inheritance.breaches(
                                List.of(province(), city),
                                county("changes: [{ rule: lesson, points: 5 }]")))
                .singleElement()
                .satisfies(it -> assertThat(it.what().zh()).startsWith("《规则 33》"));
    }

    @Test
    void conditions_of_two_levels_hold_together_however_they_are_written() {
        Effective rules =
                Inheritance.resolve(
                        List.of(
                                set(
                                        "33",
                                        1,
                                        "2026-01-01",
                                        "rules:\n"
                                                + own(
                                                        "a",
                                                        "note-written",
                                                        2,
                                                        "when: 'content.minutes > 5 // short'")),
                                county("changes: [{ rule: a, when: content.minutes < 9 }]")));
        assertThat(rules.rules().getFirst().when())
                .hasToString("(content.minutes > 5 // short\n) && (content.minutes < 9\n)");
    }

    @Test
    void a_name_from_above_cannot_be_taken_again() {
        RuleSet again = county("rules:\n" + own("lesson", "note-written", 1, ""));
        assertThat(Inheritance.breaches(List.of(province()), again))
                .singleElement()
                .satisfies(it -> assertThat(it.what().zh()).contains("写在 changes 里"));
    }

    @Test
    void a_school_adds_to_its_county_for_those_who_learn_with_it_and_live_there() {
        RuleSet school =
                set(
                        "330102",
                        1,
                        "2026-09-01",
                        "school: " + Policies.SCHOOL + "\nchanges: [{ rule: lesson, points: 3 }]");
        Rulebook book = new Rulebook(List.of(province(), school));

        assertThat(school.owner().key()).isEqualTo("330102/" + Policies.SCHOOL);
        assertThat(
                        points(
                                book.inForce("330102001", Policies.SCHOOL, DAY),
                                EventKind.LESSON_COMPLETED))
                .isEqualTo(3);
        assertThat(points(book.inForce("330102001", null, DAY), EventKind.LESSON_COMPLETED))
                .isEqualTo(2);
        assertThat(
                        points(
                                book.inForce("330106001", Policies.SCHOOL, DAY),
                                EventKind.LESSON_COMPLETED))
                .isEqualTo(2);
    }

    @Test
    void a_county_may_be_a_pilot_while_others_have_no_rules_until_its_last_day() {
        RuleSet pilot = county("until: 2027-01-31\nrules:\n" + own("a", "lesson-completed", 2, ""));
        Rulebook book = new Rulebook(List.of(pilot));

        assertThat(book.inForce("330102", null, DAY).chain()).containsExactly(pilot);
        assertThat(book.inForce("330106", null, DAY).chain()).isEmpty();
        assertThat(book.inForce("330102", null, LocalDate.of(2027, 1, 31)).chain()).isNotEmpty();
        assertThat(book.inForce("330102", null, LocalDate.of(2027, 2, 1)).chain()).isEmpty();
    }

    @Test
    void a_later_version_supersedes_and_an_earlier_one_does_not_come_back() {
        RuleSet first = county("rules:\n" + own("a", "lesson-completed", 2, ""));
        RuleSet second =
                set(
                        "330102",
                        2,
                        "2026-10-01",
                        "until: 2026-10-31\nrules:\n" + own("a", "lesson-completed", 4, ""));
        Rulebook book = new Rulebook(List.of(first, second));

        assertThat(book.inForce("330102", null, LocalDate.of(2026, 9, 30)).chain())
                .containsExactly(first);
        assertThat(book.inForce("330102", null, LocalDate.of(2026, 10, 31)).chain())
                .containsExactly(second);
        assertThat(book.inForce("330102", null, LocalDate.of(2026, 11, 1)).chain()).isEmpty();
    }
}
