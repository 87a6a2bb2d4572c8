package org.jiaxue.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTests {

    private static final Vocabulary NAMES =
            Vocabulary.of(
                    Name.text("content.stage", new Words("内容的学段", "the stage"), stages()),
                    Name.number(
                            "content.minutes",
                            new Words("时长（分钟）", "the length in minutes"),
                            0,
                            600),
                    Name.number(
                            "event.weekday",
                            new Words("当天", "the day"),
                            List.of(
                                            "一 Monday",
                                            "二 Tuesday",
                                            "三 Wednesday",
                                            "四 Thursday",
                                            "五 Friday",
                                            "六 Saturday",
                                            "日 Sunday")
                                    .stream()
                                    .map(it -> new Words("周" + it.charAt(0), it.substring(2)))
                                    .toList()),
                    Name.day("event.date", new Words("日期", "the date")),
                    Name.number("points.total", new Words("总分", "points"), 0, 100_000),
                    Name.number("deeds.activity", new Words("线下活动", "offline activities"), 0, 1000),
                    Name.number("deeds.live", new Words("直播", "live sessions"), 0, 1000),
                    Name.flag("confirmed", new Words("已经确认", "it is confirmed")));

    private static Map<String, Words> stages() {
        Map<String, Words> stages = new LinkedHashMap<>();
        stages.put("primary", new Words("小学", "primary school"));
        stages.put("junior", new Words("初中", "junior high school"));
        return stages;
    }

    private static Condition condition(String source) {
        return switch (Condition.read(NAMES, source)) {
            case Condition condition -> condition;
            case Fault fault -> throw new AssertionError(source + ": " + fault);
        };
    }

    private static Facts facts(Map<String, Object> values) {
        return name -> Objects.requireNonNull(values.get(name), name);
    }

    @Test
    void a_condition_holds_for_the_facts_that_it_describes() {
        Condition condition = condition("content.stage == 'primary' && content.minutes >= 3");
        assertThat(
                        condition.holds(
                                facts(Map.of("content.stage", "primary", "content.minutes", 3L))))
                .isTrue();
        assertThat(
                        condition.holds(
                                facts(Map.of("content.stage", "primary", "content.minutes", 2L))))
                .isFalse();
        assertThat(condition.names()).containsExactly("content.stage", "content.minutes");
    }

    @Test
    void what_cannot_be_computed_does_not_hold() {
        Condition condition = condition("10 / content.minutes > 1");
        assertThat(condition.holds(facts(Map.of("content.minutes", 0L)))).isFalse();
        assertThat(condition.holds(facts(Map.of("content.minutes", 2L)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content.stag == 'primary'|1|1|没有“content.stag”这个名称",
                "content.stage = 'primary'|1|15|比较相等要写两个等号",
                "content.minutes + 'a' == 3|1|17|不是同一类值",
                "content.minutes|1|8|要能回答",
                "content.minutes > 3 &&|1|23|没有写完",
                "[1, 2].all(it, it > 0)|1|11|没有“all”这个函数",
                "content.stage.matches('(a{1000}){1000}')|1|22|没有“matches”这个函数",
                "int(content.stage) > 3|1|4|没有“int”这个函数",
            })
    void a_fault_is_told_with_line_and_column(String source, int line, int column, String what) {
        assertThat(Condition.read(NAMES, source))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.what().zh()).contains(what);
                            assertThat(fault.what().en()).isNotBlank();
                            assertThat(fault.line()).isEqualTo(line);
                            assertThat(fault.column()).isEqualTo(column);
                        });
    }

    @Test
    void a_fault_on_a_later_line_is_told_there() {
        assertThat(Condition.read(NAMES, "content.minutes > 3 &&\n  content.hours > 1"))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> {
                            assertThat(fault.line()).isEqualTo(2);
                            assertThat(fault.column()).isEqualTo(3);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "((((", "'", "\u0000", "1.0.0.0", "😀 == 1"})
    void what_is_no_condition_is_a_fault(String source) {
        assertThat(Condition.read(NAMES, source)).isInstanceOf(Fault.class);
    }

    @Test
    void length_and_depth_have_bounds() {
        String longer = "a".repeat(Condition.MOST_CHARACTERS + 1);
        assertThat(Condition.read(NAMES, longer)).isInstanceOf(Fault.class);
        String deep = "(".repeat(300) + "true" + ")".repeat(300);
        assertThat(Condition.read(NAMES, deep)).isInstanceOf(Fault.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "content.stage == 'primery'",
                "content.stage == 'primary' && content.stage == 'junior'",
                "content.minutes > 600",
                "content.minutes > 5 && content.minutes < 6",
                "event.weekday == 8",
                "event.date > '2026-03-01' && event.date < '2026-03-02'",
                "confirmed && !confirmed",
                "content.stage.startsWith('x')"
            })
    void a_contradiction_can_never_hold(String source) {
        assertThat(condition(source).canHold()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "content.stage != 'primary'",
                "content.minutes > 5 && content.minutes < 7",
                "event.weekday in [6, 7]",
                "event.date >= '2026-03-01' && event.date <= '2026-03-01'",
                "deeds.activity + deeds.live / 2 >= 3",
                "points.total >= 500 && confirmed",
                "content.stage == 'junior' || content.minutes == 17"
            })
    void what_can_hold_is_not_called_a_contradiction(String source) {
        assertThat(condition(source).canHold()).isTrue();
    }

    @Test
    void what_is_long_and_flat_reads_part_by_part_too() {
        Condition condition = condition("content.minutes" + " + 1".repeat(25) + " >= 40");
        assertThat(condition.goals(facts(Map.of("content.minutes", 7L))))
                .singleElement()
                .satisfies(goal -> {
                    assertThat(goal.have()).isEqualTo(32);
                    assertThat(goal.need()).isEqualTo(40);
                });
    }

    @Test
    void two_conditions_hold_together_however_each_was_written() {
        Condition commented = condition("content.minutes > 5 // at least six");
        Condition either = condition("confirmed || content.minutes > 600 - 1 + 1");
        Condition both = commented.and(either);
        assertThat(both.holds(facts(Map.of("content.minutes", 7L, "confirmed", true)))).isTrue();
        assertThat(both.holds(facts(Map.of("content.minutes", 7L, "confirmed", false)))).isFalse();
        assertThat(both.holds(facts(Map.of("content.minutes", 5L, "confirmed", true)))).isFalse();
        assertThat(both.names()).containsExactly("content.minutes", "confirmed");
        assertThat(both.canHold()).isTrue();
        assertThat(both.and(condition("!confirmed")).canHold()).isFalse();
        assertThat(both.words().zh()).startsWith("时长（分钟）多于5，并且（").endsWith("）");
        assertThat(both.and(commented)).isEqualTo(both);
    }

    @Test
    void two_conditions_may_be_longer_together_than_each_may_be() {
        String long600 = "content.minutes > 5" + " && content.minutes > 5".repeat(25);
        Condition both = condition(long600).and(condition(long600 + " && confirmed"));
        assertThat(both.holds(facts(Map.of("content.minutes", 7L, "confirmed", true)))).isTrue();
        assertThat(both.goals(facts(Map.of("content.minutes", 7L, "confirmed", true)))).hasSize(53);
    }

    @Test
    void days_outside_a_span_make_a_condition_impossible() {
        Condition condition = condition("event.date < '2026-02-01'");
        assertThat(condition.canHold(LocalDate.of(2026, 1, 31), LocalDate.MAX)).isTrue();
        assertThat(condition.canHold(LocalDate.of(2026, 2, 1), LocalDate.MAX)).isFalse();
    }

    @Test
    void a_condition_is_said_in_both_languages() {
        Words words =
                condition(
                                "content.stage in ['primary', 'junior'] && (event.weekday >= 6 || "
                                        + "event.date == '2026-10-01')")
                        .words();
        assertThat(words.zh()).isEqualTo("内容的学段是小学或初中，并且（当天不少于周六，或者日期是2026-10-01）");
        assertThat(words.en())
                .isEqualTo(
                        "the stage is primary school or junior high school, and"
                                + " (the day is at least Saturday, or the date is 2026-10-01)");
    }

    @Test
    void goals_say_how_much_is_there_of_what_is_asked() {
        Condition condition =
                condition(
                        "points.total >= 100 && deeds.activity + deeds.live / 2 >= 2 && confirmed");
        List<Goal> goals =
                condition.goals(
                        facts(
                                Map.of(
                                        "points.total", 120L,
                                        "deeds.activity", 1L,
                                        "deeds.live", 1L,
                                        "confirmed", false)));
        assertThat(goals).extracting(Goal::have).containsExactly(120L, 1L, 0L);
        assertThat(goals).extracting(Goal::need).containsExactly(100L, 2L, 1L);
        assertThat(goals).extracting(Goal::met).containsExactly(true, false, false);
        assertThat(goals.getFirst().counts().zh()).isEqualTo("总分");
        assertThat(goals.getLast().label().en()).isEqualTo("it is confirmed");
    }
}
