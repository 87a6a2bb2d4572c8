package org.jiaxue.web;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock that allowances and deadlines are judged by: the same for every process over one
 * database, and unmoved by the transaction that reads it.
 */
@Component
public class DatabaseClock {

    private static final Duration READ_EVERY = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Times times;
    private volatile @Nullable Reading reading;

    DatabaseClock(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /** The database's time, or the one that is told while a sample term is lived through. */
    public Instant now() {
        return times.told().orElseGet(this::read);
    }

    /**
     * The database's time for lists that nothing is decided by: read now and then, and counted on
     * from there by this process's own clock, which nobody sets.
     */
    public Instant near() {
        return times.told().orElseGet(this::counted);
    }

    private Instant counted() {
        Reading last = reading;
        long now = System.nanoTime();
        if (last == null || now - last.nanos() > READ_EVERY.toNanos()) {
            last = new Reading(read(), now);
            reading = last;
        }
        return last.time().plusNanos(now - last.nanos());
    }

    /** What the database said, and where this process's clock stood when it was asked. */
    private record Reading(Instant time, long nanos) {}

    private Instant read() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
