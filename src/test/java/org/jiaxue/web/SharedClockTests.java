package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class SharedClockTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final InstantSource AHEAD =
            InstantSource.fixed(NOON.plus(Duration.ofMinutes(3)));

    private final AtomicLong nanos = new AtomicLong(-5_000);
    private Duration takes = Duration.ZERO;
    private Instant database = NOON;
    private boolean away;

    private Instant ask() {
        pass(takes);
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        return database;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        database = database.plus(time);
    }

    private SharedClock clock() {
        return new SharedClock(this::ask, AHEAD, nanos::get);
    }

    @Test
    void a_node_whose_own_clock_is_wrong_tells_the_time_of_the_database() {
        SharedClock clock = clock();

        assertThat(clock.instant()).isEqualTo(NOON);
        pass(Duration.ofSeconds(7));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
    }

    @Test
    void while_the_database_is_away_its_time_is_carried_on() {
        SharedClock clock = clock();

        away = true;
        pass(Duration.ofMinutes(10));
        clock.ask();
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_database_that_is_away_at_the_start_leaves_the_own_clock_until_it_is_back() {
        away = true;
        SharedClock clock = clock();
        assertThat(clock.instant()).isEqualTo(AHEAD.instant());

        away = false;
        clock.ask();
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void a_database_whose_clock_was_set_is_followed_but_not_an_answer_that_hung() {
        SharedClock clock = clock();

        database = NOON.minusSeconds(90);
        clock.ask();
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(90));

        takes = Duration.ofSeconds(20);
        clock.ask();
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(70));
    }
}
