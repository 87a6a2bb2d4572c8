package org.jiaxue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jiaxue.RoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class DatabaseClockTests {

    @Autowired DatabaseClock clock;

    @Test
    void a_time_that_runs_on_is_the_databases_own() throws Exception {
        for (int i = 0; i < 60; i++) {
            Instant before = clock.now();
            Instant recently = clock.recently();
            Instant after = clock.now();

            assertThat(recently).isBetween(before.minusMillis(21), after.plusMillis(1));
            Thread.sleep(20);
        }
    }
}
