package org.jiaxue.nodes;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's clock, which all nodes share, so that none whose own is wrong takes another for
 * dead. It is asked twice a minute, and carried on in between by what has passed on this machine;
 * so it is while it cannot be asked.
 */
final class SteadyClock implements Clock {

    private static final Duration ASKED_EVERY = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private Instant told = Instant.now();
    private long toldAt = System.nanoTime();
    private long ask = toldAt;

    SteadyClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public synchronized Instant now() {
        if (System.nanoTime() - ask >= 0) {
            try {
                told = databaseTime();
                toldAt = System.nanoTime();
            } catch (DataAccessException away) {
                // What was told last is carried on.
            }
            ask = System.nanoTime() + ASKED_EVERY.toNanos();
        }
        return told.plusNanos(System.nanoTime() - toldAt);
    }

    private Instant databaseTime() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
