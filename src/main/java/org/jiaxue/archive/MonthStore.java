package org.jiaxue.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
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

    void add(JdbcClient owner, Away away) {
        owner.sql("insert into archive.month (name, month, rows) values (:name, :month, :rows)")
                .param("name", away.name())
                .param("month", away.month().atDay(1))
                .param("rows", away.rows())
                .update();
    }

    void remove(String name, YearMonth month) {
        jdbc.sql("delete from archive.month where name = :name and month = :month")
                .param("name", name)
                .param("month", month.atDay(1))
                .update();
    }

    /** Until the transaction ends, files stay as they are. */
    void read() {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('jiaxue archive'))")
                .query((_, _) -> 1)
                .list();
    }

    /** Until the transaction ends, nobody else reads or changes files. */
    void change() {
        change(jdbc);
    }

    void change(JdbcClient connection) {
        connection
                .sql("select pg_advisory_xact_lock(hashtext('jiaxue archive'))")
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
