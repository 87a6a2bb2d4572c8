package org.jiaxue.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has the parts of the coming months made of a room's table that lies by months, before anything
 * occurs in them. The application may not make tables, so functions of the owner do ({@code
 * make_months} and {@code make_months_of} in the room's schema); what occurs in a month without a
 * part waits elsewhere until it is made.
 */
public abstract class MonthParts implements Recurring {

    /** So many months after this one; each that there is costs every plan over all of them. */
    public static final int AHEAD = 2;

    /** So many rows of a month without a part have one made for them. */
    private static final long MANY = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MonthParts.class);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(6);

    private final String work;
    private final Asking asking;
    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final Times times;

    /**
     * What the owner's functions are asked with.
     *
     * @param months takes {@code :first} and {@code :months}, and says how many were made
     * @param ofRows takes {@code :least}, and says how many were made
     */
    public record Asking(String months, String ofRows) {}

    /**
     * Sees to one table.
     *
     * @param work what the job is called
     */
    protected MonthParts(
            String work, Asking asking, JdbcClient jdbc, DatabaseClock clock, Times times) {
        this.work = work;
        this.asking = asking;
        this.jdbc = jdbc;
        this.clock = clock;
        this.times = times;
    }

    @Override
    public final List<Work> recurring() {
        return List.of(new Work(work, SOON, EVERY, this::ahead));
    }

    /** Makes what is due. */
    public final void ahead() {
        int made = make(times.dayOf(clock.now()), AHEAD + 1) + makeOf(MANY);
        if (made > 0) {
            LOG.info("parts made job={} parts={}", work, made);
        }
    }

    /** Makes those of these months that are not there, the first being the one of a day. */
    public final int make(LocalDate first, int months) {
        return jdbc.sql(asking.months())
                .param("first", first)
                .param("months", months)
                .query(Integer.class)
                .single();
    }

    /** Makes the parts of months of which at least so many rows wait elsewhere. */
    public final int makeOf(long least) {
        return jdbc.sql(asking.ofRows()).param("least", least).query(Integer.class).single();
    }
}
