package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Figures;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Awaited;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Question;
import org.jiaxue.statistics.fact.Fact;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Which weeks an officer is shown, and what is said of the others. */
@TestPropertySource(properties = "jiaxue.test-house=latest-weeks")
class LatestWeeksTests extends AtTheClosing {

    private static final String TOWNSHIP = STREETS.getFirst();

    @Test
    void the_last_weeks_are_as_many_on_every_day() {
        for (int i = 0; i < 7; i++) {
            LocalDate today = week.from().plusDays(i);
            day(today);
            List<Period> weeks = statistics.lastWeeks(12);
            assertThat(weeks.stream().filter(one -> one.due(today))).hasSize(12);
            assertThat(weeks).hasSize(i < 3 ? 13 : 12);
        }
    }

    @Test
    void as_long_as_nothing_is_closed_nothing_is_announced_for_a_day_that_is_past() {
        day(week.closes().minusDays(1));
        Figures figures =
                transaction.execute(status -> {
                    status.setRollbackOnly();
                    jdbc.sql("delete from statistics.closing").update();
                    return statistics.figures(
                            new Question(
                                    COUNTY, Measure.LESSONS, By.PERIOD, statistics.lastWeeks(12)));
                });

        assertThat(figures.before()).hasSize(12);
        assertThat(figures.running()).containsExactly(new Awaited(week, week.closes()));
    }

    @Test
    void a_week_whose_closing_is_late_is_shown_from_today() {
        learn(week, 40);
        day(week.closes().plusDays(2));

        assertThat(answer(address("lessons", "division", List.of(week))))
                .contains("\"shownFrom\":\"" + week.closes().plusDays(2) + "\"");
    }

    @Test
    void so_many_weeks_are_closed_at_once_and_the_rest_later() {
        day(week.closes().plusWeeks(Closings.MOST_WEEKS));

        assertThat(closings.closeDue()).isEqualTo(Closings.MOST_WEEKS);
        assertThat(closings.closeDue()).isEqualTo(1);
    }

    @Test
    void where_nobodys_place_is_known_more_closely_nothing_is_published_twice() {
        learn(week, 60);
        end(week);
        assertThat(values(TOWNSHIP + "-", week)).isEmpty();
        Figures.Row elsewhere = elsewhere(week);
        assertThat(elsewhere.inhabited()).isTrue();

        LocalDate later = after(week).from();
        String kind = EventKind.LESSON_COMPLETED.slug();
        facts.keep(
                List.of(
                        new Fact(
                                guardians.getFirst(),
                                Ids.next().toString(),
                                kind,
                                later,
                                TOWNSHIP + "001",
                                Stage.PRIMARY.slug())));
        Period month = Period.of(week.month());
        for (Period one = after(week); !one.from().isAfter(month.to()); one = after(one)) {
            learn(one, 60);
            end(one);
        }
        assertThat(values(TOWNSHIP + "-", month))
                .containsExactly(values(TOWNSHIP, month).getFirst() - 1);
        assertThat(elsewhere(week)).isEqualTo(elsewhere);
    }

    /** The row of those of unknown place, which is the township's own where all are. */
    private Figures.Row elsewhere(Period period) {
        Figures figures =
                statistics.figures(
                        new Question(TOWNSHIP, Measure.LESSONS, By.DIVISION, List.of(period)));
        Figures.Row row = figures.rows().getLast();
        assertThat(row.about()).isEqualTo(new About.Elsewhere(TOWNSHIP));
        assertThat(row.figures()).isEqualTo(figures.total().figures());
        return row;
    }

    private List<Long> values(String part, Period period) {
        return jdbc.sql(
                        """
                        select value from statistics.figure
                        where part = :part and measure = 'lessons' and unit = :unit
                          and first = :first and stage = ''
                        """)
                .param("part", part)
                .param("unit", period.unit().slug())
                .param("first", period.from())
                .query(Long.class)
                .list();
    }
}
