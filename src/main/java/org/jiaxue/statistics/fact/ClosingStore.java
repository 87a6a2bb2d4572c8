package org.jiaxue.statistics.fact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jiaxue.statistics.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class ClosingStore {

    /** How long one statement of a closing may work, or wait for a row that is being told. */
    public static final Duration LONGEST_STATEMENT = Duration.ofSeconds(25);

    /** Before every week. */
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private final JdbcClient jdbc;

    public ClosingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether this process is alone in closing, to the end of the transaction; it does not wait for
     * another, and readers are not held up. What the statements after it see is what the process
     * before has left. From here on the transaction's statements may take longer than serving does.
     */
    public boolean alone() {
        mayTakeLong();
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('statistics.closing'))")
                .query(Boolean.class)
                .single();
    }

    /** To the end of the transaction no week is closed; a closing that is at it is awaited. */
    public void holdOff() {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('statistics.closing'))")
                .query((_, _) -> 1)
                .list();
    }

    /** To its end the transaction's statements may take longer than serving does. */
    public void mayTakeLong() {
        jdbc.sql(
                        """
                        select set_config('lock_timeout', :longest, true),
                               set_config('statement_timeout', :longest, true)
                        """)
                .param("longest", LONGEST_STATEMENT.toMillis() + "ms")
                .query((row, _) -> true)
                .single();
    }

    public void add(LocalDate week, Instant now) {
        jdbc.sql(
                        """
                        insert into statistics.closing (week, closed_at, schools, rolled_up)
                        values (:week, :now, true, true)
                        """)
                .param("week", week)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether there are roll-ups of all weeks that were closed. */
    public boolean rolledUp() {
        return jdbc.sql("select not exists (select from statistics.closing where not rolled_up)")
                .query(Boolean.class)
                .single();
    }

    /** Says that there are. */
    public void rollUp() {
        jdbc.sql("update statistics.closing set rolled_up = true where not rolled_up").update();
    }

    /** The last closed week's Monday; a day before every week where none is closed. */
    public LocalDate lastClosed() {
        return closed().map(Closed::last).orElse(BEGINNING);
    }

    /** The first day of the term that is being closed, before which nothing is counted from. */
    public LocalDate openFrom() {
        return closed().map(closed -> Period.weekOf(closed.last().plusWeeks(1)).term())
                .map(term -> Period.of(term).from())
                .orElse(BEGINNING);
    }

    /** From the first to the last week that was closed; there is no gap between them. */
    public Optional<Closed> closed() {
        return jdbc.sql("select min(week) as first, max(week) as last from statistics.closing")
                .query((row, _) -> closed(row))
                .single();
    }

    /** As {@link #closed}, of the weeks at whose closing the schools were counted. */
    public Optional<Closed> withSchools() {
        return jdbc.sql(
                        """
                        select min(week) as first, max(week) as last
                        from statistics.closing where schools
                        """)
                .query((row, _) -> closed(row))
                .single();
    }

    private static Optional<Closed> closed(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first", LocalDate.class);
        LocalDate last = row.getObject("last", LocalDate.class);
        return Optional.ofNullable(first).map(it -> new Closed(it, last));
    }

    /** The first and the last closed week, by their Mondays. */
    public record Closed(LocalDate first, LocalDate last) {

        /** Whether a period's last week is closed, and with it the period. */
        public boolean holds(Period period) {
            return !before(period) && !period.lastWeek().isAfter(last);
        }

        /** Whether a period had ended before anything was counted. */
        public boolean before(Period period) {
            return period.lastWeek().isBefore(first);
        }
    }
}
