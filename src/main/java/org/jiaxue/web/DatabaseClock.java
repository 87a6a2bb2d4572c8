package org.jiaxue.web;

import java.time.Duration;
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

    /** For how long a time that was asked for runs on by itself. */
    private static final Duration RUNS_ON = Duration.ofSeconds(1);

    /** An answer that took longer lags too far behind to run on. */
    private static final Duration QUICK = Duration.ofMillis(20);

    private final JdbcClient jdbc;
    private final Times times;
    private volatile Asked last;

    /** The database's time, and what this process's steady clock said when it came. */
    private record Asked(Instant time, long nanos, Duration took) {

        Duration since() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        boolean runsOn() {
            return took.compareTo(QUICK) <= 0 && since().compareTo(RUNS_ON) < 0;
        }
    }

    DatabaseClock(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
        this.last = new Asked(Instant.EPOCH, System.nanoTime(), RUNS_ON);
    }

    /** The database's time, or the one that is told while a sample term is lived through. */
    public Instant now() {
        return times.told().orElseGet(() -> read(jdbc));
    }

    /**
     * The same as {@link #now()} without a question for most who ask: the database is asked once a
     * second, and in between its time runs on by what passes here. It lags behind by no more than
     * the answer took, which is 20 ms where it runs on, and is ahead by what clocks drift apart in
     * a second.
     */
    public Instant recently() {
        return times.told()
                .orElseGet(() -> {
                    Asked asked = last;
                    if (!asked.runsOn()) {
                        long begin = System.nanoTime();
                        Instant time = read(jdbc);
                        long end = System.nanoTime();
                        asked = new Asked(time, end, Duration.ofNanos(end - begin));
                        last = asked;
                    }
                    return asked.time().plus(asked.since());
                });
    }

    static Instant read(JdbcClient jdbc) {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
