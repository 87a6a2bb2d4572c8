package org.jiaxue.statistics.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jiaxue.ReadingHour;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Holding;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionsAnnounced;
import org.jiaxue.activities.SessionsAnnounced.Announced;
import org.jiaxue.identity.Stage;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Figures;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Question;
import org.jiaxue.statistics.Statistics;
import org.jiaxue.statistics.closing.Closings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Sessions of activities over three weeks, the first of which is closed before the last is told.
 */
@RoomTest
@TestPropertySource(properties = "jiaxue.test-house=supply-of-sessions")
@Import({ToldClock.InTheHouse.class, AllSchools.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Period WEEK = Period.weekOf(MONDAY);
    private static final Period NEXT = Period.weekOf(MONDAY.plusWeeks(1));
    private static final String CITY = "3301";

    @Autowired private Statistics statistics;
    @Autowired private Closings closings;
    @Autowired private Activities activities;
    @Autowired private ToldClock clock;
    @Autowired private AllSchools events;

    @BeforeAll
    void families_are_invited() {
        day(MONDAY);
        Session first = ReadingHour.announced(activities, at(1));
        hold(ReadingHour.session(first.activity(), at(2)));
        hold(ReadingHour.session(first.activity(), at(9)));
        assertThat(activities.hold(first)).isEqualTo(Holding.HELD);
        Announced cityWide = announced(first, "3301", Stage.INFANT);
        events.publish(new SessionsAnnounced(List.of(cityWide), false));
        events.publish(new SessionsAnnounced(List.of(cityWide), false));
        events.followed();
        end(WEEK);
        hold(ReadingHour.session(first.activity(), at(3)));
        Announced earlier = announced(first, "330106001", Stage.PRIMARY);
        events.publish(new SessionsAnnounced(List.of(earlier), true));
        events.followed();
        end(NEXT);
    }

    @Test
    void sessions_are_counted_where_they_were_held_each_once() {
        Figures figures = ask(By.DIVISION);

        assertThat(figures.total().figures()).containsExactly(shown(4), shown(1));
        assertThat(row(figures, new About.Of("330102"))).containsExactly(shown(2), shown(1));
        assertThat(row(figures, new About.Of("330105"))).containsExactly(shown(0), shown(0));
        assertThat(row(figures, new About.Elsewhere(CITY))).containsExactly(shown(1), shown(0));
        assertThat(figures.rows().getLast().about()).isEqualTo(new About.Elsewhere(CITY));
    }

    @Test
    void sessions_are_counted_by_whom_they_were_for() {
        Figures figures = ask(By.STAGE);

        assertThat(row(figures, new About.In(Stage.PRIMARY))).containsExactly(shown(3), shown(1));
        assertThat(row(figures, new About.In(Stage.INFANT))).containsExactly(shown(1), shown(0));
    }

    @Test
    void a_month_is_the_sum_of_its_weeks_as_soon_as_it_is_closed() {
        Period month = Period.of(WEEK.month());
        for (Period week : month.weeks()) {
            day(week.closes());
            closings.closeDue();
        }

        assertThat(ask(By.PERIOD, month).total().figures()).containsExactly(shown(5));
    }

    @Test
    void one_that_was_announced_before_sessions_were_told_counts_in_a_closed_week() {
        assertThat(row(ask(By.DIVISION), new About.Of("330106")))
                .containsExactly(shown(1), shown(0));
    }

    private Announced announced(Session session, String division, Stage stage) {
        Session one = ReadingHour.session(session.activity(), at(4));
        return new Announced(one.id(), one.startsAt(), one.endsAt(), division, stage);
    }

    private void hold(Session session) {
        assertThat(activities.hold(session)).isEqualTo(Holding.HELD);
    }

    private Figures ask(By by) {
        return ask(by, WEEK, NEXT);
    }

    private Figures ask(By by, Period... periods) {
        return statistics.figures(new Question(CITY, Measure.ACTIVITIES, by, List.of(periods)));
    }

    private static List<Figure> row(Figures figures, About about) {
        return figures.rows().stream()
                .filter(row -> row.about().equals(about))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    private static Figure shown(long value) {
        return new Figure.Shown(value);
    }

    private void end(Period week) {
        day(week.closes());
        assertThat(closings.closeDue()).isEqualTo(1);
    }

    private Instant at(int days) {
        return MONDAY.plusDays(days).atTime(10, 0).atZone(clock.zone()).toInstant();
    }

    private void day(LocalDate day) {
        clock.set(day.atStartOfDay(clock.zone()).toInstant());
    }
}
