package org.jiaxue.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database says about months in files, and the locks by which files are changed. */
@Repository
class MonthStore {

    private final JdbcClient jdbc;

    MonthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A table's month that lies in files. */
    record Away(String name, YearMonth month, long rows) {}

    UUID house() {
        return jdbc.sql("select house_id from archive.house").query(UUID.class).single();
    }

    /** Those that lie in files, the oldest first. */
    List<Away> all() {
        return jdbc.sql("select name, month, rows from archive.month order by month, name")
                .query((row, _) -> away(row))
                .list();
    }

    private static Away away(ResultSet row) throws SQLException {
        return new Away(
                row.getString(1),
                YearMonth.from(row.getObject(2, LocalDate.class)),
                row.getLong(3));
    }

    boolean has(String name, YearMonth month) {
        return jdbc.sql(
                        """
                        select exists (
                            select from archive.month where name = :name and month = :month)
                        """)
                .param("name", name)
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /** Which files of a month count; null where none do. */
    Manifest.@Nullable Edition edition(String name, YearMonth month) {
        return jdbc.sql(
                        """
                        select made_at, written_at from archive.month
                        where name = :name and month = :month
                        """)
                .param("name", name)
                .param("month", month.atDay(1))
                .query((row, _) -> new Manifest.Edition(instant(row, 1), instant(row, 2)))
                .optional()
                .orElse(null);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The database's time, as it keeps it. */
    Instant now(JdbcClient connection) {
        return connection
                .sql("select clock_timestamp()")
                .query((row, _) -> instant(row, 1))
                .single();
    }

    /** When files are written anew that were written before. */
    Instant after(Instant before) {
        return jdbc.sql("select greatest(clock_timestamp(), :before + interval '1 microsecond')")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> instant(row, 1))
                .single();
    }

    void add(JdbcClient owner, Manifest made) {
        owner.sql(
                        """
                        insert into archive.month (name, month, rows, made_at, written_at)
                        values (:name, :month, :rows, :made, :written)
                        """)
                .param("name", made.name())
                .param("month", made.month().atDay(1))
                .param("rows", made.rows())
                .param("made", made.made().atOffset(ZoneOffset.UTC))
                .param("written", made.written().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps that files were written anew, so that none of before count. */
    void rewritten(Manifest manifest) {
        jdbc.sql(
                        """
                        update archive.month set written_at = :written
                        where name = :name and month = :month and made_at = :made
                        """)
                .param("name", manifest.name())
                .param("month", manifest.month().atDay(1))
                .param("made", manifest.made().atOffset(ZoneOffset.UTC))
                .param("written", manifest.written().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String name, YearMonth month) {
        jdbc.sql("delete from archive.month where name = :name and month = :month")
                .param("name", name)
                .param("month", month.atDay(1))
                .update();
    }

    /**
     * Until the transaction ends, no further month is put away. Whoever puts one away asks for the
     * same alone, in the function that drops its part, when all that takes long is done.
     */
    void read() {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('jiaxue archive'))")
                .query((_, _) -> 1)
                .list();
    }

    /** Until the transaction ends, the files of a table's month stay as they are. */
    void read(String name, YearMonth month) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext(:name), :month)")
                .param("name", "jiaxue archive " + name)
                .param("month", number(month))
                .query((_, _) -> 1)
                .list();
    }

    /** Until the transaction ends, nobody else reads or changes the files of a table's month. */
    void change(String name, YearMonth month) {
        change(jdbc, name, month);
    }

    void change(JdbcClient connection, String name, YearMonth month) {
        connection
                .sql("select pg_advisory_xact_lock(hashtext(:name), :month)")
                .param("name", "jiaxue archive " + name)
                .param("month", number(month))
                .query((_, _) -> 1)
                .list();
    }

    private static int number(YearMonth month) {
        return (int) month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /**
     * Until the transaction ends, nobody is erased from a table: an erasure writes to all of its
     * parts, also to the one that is counted and goes. Asked for before any other lock.
     */
    void settle(JdbcClient owner, String name) {
        owner.sql("select pg_advisory_xact_lock(hashtext(:name))")
                .param("name", "jiaxue settling " + name)
                .query((_, _) -> 1)
                .list();
    }

    /**
     * Until the transaction ends, no part of a table goes, and no file comes back: between a file
     * that is without somebody and the end of the erasure, that would miss them.
     */
    void forget(String name) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock_shared(hashtext(:name)),
                               pg_advisory_xact_lock(hashtext('jiaxue forgetting'))
                        """)
                .param("name", "jiaxue settling " + name)
                .query((_, _) -> 1)
                .list();
    }

    /** Until the transaction ends, nobody is erased from files. */
    void remember() {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('jiaxue forgetting'))")
                .query((_, _) -> 1)
                .list();
    }

    /** Until the connection ends, nobody else puts months away; false where somebody does. */
    boolean putAwayAlone(JdbcClient owner) {
        return owner.sql("select pg_try_advisory_lock(hashtext('jiaxue archiving'))")
                .query(Boolean.class)
                .single();
    }

    /** Whether nobody is putting months away; nobody begins to before the transaction ends. */
    boolean nobodyPutsAway() {
        return jdbc.sql("select pg_try_advisory_xact_lock_shared(hashtext('jiaxue archiving'))")
                .query(Boolean.class)
                .single();
    }
}
