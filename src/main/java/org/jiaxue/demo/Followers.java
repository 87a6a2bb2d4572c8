package org.jiaxue.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Waits until certificates and figures have followed everything that happened. */
@Component
@DemoOnly
class Followers {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final JdbcClient jdbc;

    Followers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void await() {
        Instant end = Instant.now().plus(LONGEST);
        long left = left();
        while (left > 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(left + " events were not followed in " + LONGEST);
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            left = left();
        }
    }

    private long left() {
        return jdbc.sql(
                        """
                        select count(*) from events.event_publication where completion_date is null
                        """)
                .query(Long.class)
                .single();
    }
}
