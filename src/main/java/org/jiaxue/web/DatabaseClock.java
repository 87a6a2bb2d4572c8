package org.jiaxue.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clock that allowances and deadlines are judged by: the same for every process over one
 * database, and unmoved by the transaction that reads it.
 */
@Component
public class DatabaseClock {

    private final JdbcClient jdbc;
    private final Times times;

    DatabaseClock(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /** The database's time, or the one that is told while a sample term is lived through. */
    public Instant now() {
        return times.told().orElseGet(() -> read(jdbc));
    }

    static Instant read(JdbcClient jdbc) {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
