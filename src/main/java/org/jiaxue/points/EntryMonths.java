package org.jiaxue.points;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Recurring;
import org.jiaxue.web.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the parts of the ledger for the coming months made before anything occurs in them. The
 * application may not make tables, so a function of the owner does; what occurs in a month without
 * a part waits elsewhere until it is made.
 */
@Component
class EntryMonths implements Recurring {

    /** So many months after this one; each that there is costs every plan over all of them. */
    static final int AHEAD = 2;

    /** So many rows of a month without a part have one made for them. */
    private static final long MANY = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(EntryMonths.class);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final Times times;

    EntryMonths(JdbcClient jdbc, DatabaseClock clock, Times times) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.times = times;
    }

    @Override
    public List<Work> recurring() {
        return List.of(new Work("points.months", SOON, EVERY, this::ahead));
    }

    void ahead() {
        int made = make(times.dayOf(clock.now()), AHEAD + 1) + makeOf(MANY);
        if (made > 0) {
            LOG.info("months made for entries={}", made);
        }
    }

    /** Makes those of these months that are not there, the first being the one of a day. */
    int make(LocalDate first, int months) {
        return jdbc.sql("select points.make_months(:first, :months)")
                .param("first", first)
                .param("months", months)
                .query(Integer.class)
                .single();
    }

    /** Makes the parts of months of which at least so many rows wait elsewhere. */
    int makeOf(long least) {
        return jdbc.sql("select points.make_months_of(:least)")
                .param("least", least)
                .query(Integer.class)
                .single();
    }
}
