package org.jiaxue.home.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Promises hold to the caps and to the rules of the place, today and on later days. */
class PromiseTests extends Following {

    @Autowired Rules rules;

    @Test
    void when_the_day_is_full_it_counts_from_tomorrow_and_does() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        earnedOn(someone, TUESDAY, 14);

        List<Suggestion> three = suggested(someone);

        assertThat(three).hasSize(3).allMatch(Suggestion::later);
        assertThat(three).extracting(Suggestion::day).containsOnly(TUESDAY.plusDays(1));
        assertThatAllComesTrue(someone, three);
    }

    @Test
    void when_the_week_is_full_it_counts_from_monday_and_does() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        LocalDate friday = TUESDAY.plusDays(3);
        earnedOn(someone, TUESDAY.minusDays(1), 15);
        earnedOn(someone, TUESDAY, 15);
        earnedOn(someone, TUESDAY.plusDays(1), 9);
        clock.set(noon(friday));

        List<Suggestion> three = suggested(someone);

        assertThat(three).hasSize(3).allMatch(Suggestion::later);
        assertThat(three).extracting(Suggestion::day).containsOnly(LocalDate.of(2026, 10, 19));
        assertThatAllComesTrue(someone, three);
    }

    @Test
    void two_activities_of_a_month_are_enough_so_a_third_is_not_promised_points() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        follow(someone, visit(someone, announced("330102", TUESDAY.plusDays(1))));
        follow(someone, visit(someone, announced("330102", TUESDAY.plusDays(2))));
        announced("330102", TUESDAY.plusDays(3));

        assertThat(suggested(someone))
                .hasSize(3)
                .noneMatch(it -> it.thing() instanceof Thing.Visit);
    }

    @Test
    void a_countys_own_rules_say_what_is_promised_and_paid() {
        String rulesOfTheCounty =
                """
                division: "330110"
                version: 1
                from: 2026-01-01
                name: { zh: 试点, en: Pilot }
                changes:
                  - rule: lesson-completed
                    points: 3
                """;
        rules.enact("test.yaml", rulesOfTheCounty, Ids.next(), Ids.next());
        GuardianId someone = guardian("330110", 8);

        List<Suggestion> three = suggested(someone);

        assertThat(three).extracting(Suggestion::points).containsOnly(4);
        assertThatAllComesTrue(someone, three);
    }

    @Test
    void a_lessons_own_page_promises_no_points_on_a_day_that_is_full() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        String path = "/lessons/" + pupils().getFirst().id();
        assertThat(caller(someone, "zh-CN").get(path).words())
                .contains("看满八成，记 2 分", "看满八成并答对，记 1 分");
        earnedOn(someone, TUESDAY, 14);
        assertThat(caller(someone, "zh-CN").get(path).words())
                .contains("看满八成，就算看完。本来记 2 分，每天最多记 15 分，这次记 1 分。")
                .contains("当天已记满 15 分，这次学的算数，不再加分。")
                .doesNotContain("看满八成，记 2 分", "并答对，记 1 分");

        earnedOn(someone, TUESDAY, 1);

        assertThat(caller(someone, "zh-CN").get(path).words())
                .contains("看满八成，就算看完。当天已记满 15 分，这次学的算数，不再加分。")
                .doesNotContain("并答对，记");
        assertThat(caller(someone, "en").get(path).words())
                .contains("The day has brought its 15 points; this counts as learned");
        clock.set(noon(TUESDAY.plusDays(1)));
        assertThat(caller(someone, "zh-CN").get(path).words()).contains("看满八成，记 2 分");
    }

    @Test
    void a_lesson_that_is_finished_and_answered_promises_nothing_more() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        learn(someone, pupils().getFirst());

        assertThat(caller(someone, "zh-CN").get("/lessons/" + pupils().getFirst().id()).words())
                .contains("看满八成了", "您答对过了")
                .doesNotContain("记 1 分", "记 2 分");
    }

    @Test
    void following_them_for_weeks_never_promises_too_much_and_lights_a_star() {
        GuardianId someone = guardian(SHANGCHENG, 8);
        announced("330102", TUESDAY.plusDays(4));
        for (int round = 0; round < 12 && licences.of(someone).isEmpty(); round++) {
            List<Suggestion> three = suggested(someone);
            assertThat(three).as("round %d", round).isNotEmpty();
            assertThatAllComesTrue(someone, three);
            clock.set(clock.now().plus(Duration.ofDays(2)));
        }

        assertThat(balance(someone)).isGreaterThan(30);
    }
}
