package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiaxue.AtOnce;
import org.jiaxue.Overlapping;
import org.jiaxue.statistics.Figures.Awaited;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.fact.ClosingStore;
import org.jiaxue.statistics.fact.Fact;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Whoever reads the figures of a closed week twice reads the same, whatever happens in between. */
class ClosingTests extends AtTheClosing {

    @Test
    void two_readings_agree_byte_for_byte_whatever_happens_in_between() {
        Random random = new Random(11);
        List<Period> weeks = Period.of(week.month()).weeks();
        for (Period one : weeks) {
            happen(random, one, 90);
            end(one);
        }
        List<String> before = readings(weeks);
        assertThat(before.getFirst()).contains("\"value\":").contains("\"hidden\":\"few\"");

        for (int round = 0; round < 3; round++) {
            weeks.forEach(one -> happen(random, one, 12));
            for (int i = 0; i < 9; i++) {
                guardians.add(settleIn(STREETS.get(random.nextInt(3))));
                people.move(any(random), STREETS.get(random.nextInt(3)));
            }
            jdbc.sql("update statistics.fact set revoked = true where week >= :week")
                    .param("week", week.from())
                    .update();
            assertThat(closings.closeDue()).isZero();
            assertThat(readings(weeks)).isEqualTo(before);
        }
    }

    @Test
    void what_is_told_late_counts_in_no_week_month_or_term() {
        learn(week, 40);
        end(week);
        learn(week, 60);
        Period month = Period.of(week.month());
        for (Period one = after(week); !one.from().isAfter(month.to()); one = after(one)) {
            learn(one, 30);
            end(one);
        }

        assertThat(lessons(month)).isEqualTo(40 + 30L * (month.weeks().size() - 1));
    }

    @Test
    void a_closed_term_has_a_column_of_its_own_beside_its_months() {
        Period term = Period.of(after(Period.of(week.term())).term());
        for (Period one = week; !one.from().isAfter(term.to()); one = after(one)) {
            if (term.holds(one)) {
                learn(one, 30);
            }
            end(one);
        }
        long lessons = 30L * term.weeks().size();

        assertThat(lessons(term)).isEqualTo(lessons);
        Document page = officer().get(page(term) + "&by=division").page();
        int columns = term.term().months().size() + 1;
        assertThat(page.select("thead th")).hasSize(1 + columns);
        assertThat(page.select("tr.jx-table-total td").eachText().getLast())
                .isEqualTo(String.format(Locale.ROOT, "%,d", lessons));
        assertThat(page.select("svg.jx-strips")).hasSize(1);
        assertThat(officer().get(page(term) + "&by=period").page().select("tr.jx-table-total td"))
                .hasSize(columns);
    }

    private static String page(Period term) {
        return "/console/statistics?time=" + term.term().code();
    }

    @Test
    void what_is_withdrawn_after_the_closing_goes_on_counting() {
        learn(week, 60);
        List<Fact> certificates =
                guardians.stream().limit(50).map(one -> certificate(one, week.from())).toList();
        facts.keep(certificates);
        certificates.subList(0, 10).forEach(facts::revoke);
        end(week);
        assertThat(figure(Measure.CERTIFICATES, week)).isEqualTo(new Figure.Shown(40));
        certificates.subList(10, 30).forEach(facts::revoke);

        assertThat(figure(Measure.CERTIFICATES, week)).isEqualTo(new Figure.Shown(40));
    }

    @Test
    void a_week_is_shown_from_the_fourth_day_after_it_ended_and_says_so_before() {
        learn(week, 40);
        day(week.closes().minusDays(1));

        assertThat(closings.closeDue()).isZero();
        assertThat(statistics.figures(asked(Measure.LESSONS, week)).running())
                .containsExactly(new Awaited(week, week.closes()));
        assertThat(answer(address("lessons", "division", List.of(week))))
                .contains("\"periods\":[]")
                .contains("\"shownFrom\":\"" + week.closes() + "\"");
        assertThat(officer().get("/console/statistics").words())
                .contains("is still being counted and is shown from");
        day(week.closes());
        assertThat(closings.closeDue()).isEqualTo(1);
        assertThat(lessons(week)).isEqualTo(40);
    }

    @Test
    void several_processes_close_a_week_once() throws Exception {
        learn(week, 40);
        day(week.closes());
        AtomicInteger closed = new AtomicInteger();

        AtOnce.run(4, () -> closed.addAndGet(closings.closeDue()));

        assertThat(closed).hasValue(1);
        assertThat(lessons(week)).isEqualTo(40);
    }

    @Test
    void while_another_process_closes_it_is_left_to_it_without_a_wait() {
        learn(week, 40);
        day(week.closes());
        int closed =
                transaction.execute(_ -> {
                    assertThat(store.alone()).isTrue();
                    return meanwhile(closings::closeDue);
                });

        assertThat(closed).isZero();
        assertThat(closings.closeDue()).isEqualTo(1);
    }

    @Test
    void a_closing_may_work_longer_than_what_serves() {
        String longest = "select current_setting('statement_timeout')";
        String closing =
                transaction.execute(_ -> {
                    store.alone();
                    return jdbc.sql(longest).query(String.class).single();
                });

        assertThat(closing).isEqualTo(ClosingStore.LONGEST_STATEMENT.toSeconds() + "s");
        assertThat(jdbc.sql(longest).query(String.class).single()).isNotEqualTo(closing);
    }

    @Test
    void what_is_told_while_the_week_is_being_closed_counts_from_the_first_reading_or_never() {
        learn(week, 40);
        day(week.closes());
        transaction.execute(_ -> {
            learn(week, 30);
            return meanwhile(closings::closeDue);
        });

        assertThat(lessons(week)).isEqualTo(40);
    }

    @Test
    void a_withdrawal_at_the_moment_of_closing_is_waited_for() throws Exception {
        learn(week, 60);
        List<Fact> certificates =
                guardians.stream().limit(50).map(one -> certificate(one, week.from())).toList();
        facts.keep(certificates);
        day(week.closes());
        new Overlapping(transaction, jdbc)
                .run(
                        () -> {
                            certificates.subList(0, 20).forEach(facts::revoke);
                            return true;
                        },
                        closings::closeDue);

        assertThat(figure(Measure.CERTIFICATES, week)).isEqualTo(new Figure.Shown(30));
    }

    @Test
    void erasing_a_person_leaves_what_was_published_and_the_sums_of_it() {
        learn(week, 40);
        end(week);
        guardians
                .subList(0, 5)
                .forEach(one ->
                        jdbc.sql("delete from statistics.fact where guardian_id = :one")
                                .param("one", one.value())
                                .update());
        Period month = Period.of(week.month());
        for (Period one = after(week); !one.from().isAfter(month.to()); one = after(one)) {
            learn(one, 30);
            end(one);
        }

        assertThat(lessons(week)).isEqualTo(40);
        assertThat(lessons(month)).isEqualTo(40 + 30L * (month.weeks().size() - 1));
    }
}
