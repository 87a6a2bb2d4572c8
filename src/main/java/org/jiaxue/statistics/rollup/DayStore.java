package org.jiaxue.statistics.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roll-ups. */
@Component
class DayStore {

    private static final int FETCHED = 500;

    private final JdbcClient jdbc;

    DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Day, Sum> find(Collection<Day> days) {
        Map<Day, Sum> found = new HashMap<>();
        jdbc.sql(
                        """
                        select d.division, d.day, d.stage, d.kind, d.facts, d.guardians
                        from lateral unnest(
                                cast(:divisions as text[]), cast(:days as date[]),
                                cast(:stages as text[]), cast(:kinds as text[]))
                            as asked (division, day, stage, kind)
                        join statistics.day d
                          on d.division = asked.division and d.day = asked.day
                         and d.stage = asked.stage and d.kind = asked.kind
                        """)
                .param("divisions", column(days, Day::division))
                .param("days", column(days, it -> it.day().toString()))
                .param("stages", column(days, Day::stage))
                .param("kinds", column(days, Day::kind))
                .query((ResultSet row) -> {
                    found.put(day(row), sum(row));
                });
        return found;
    }

    /** Puts rows in place of what stood there; those without facts go. */
    void replace(Map<Day, Sum> rows) {
        List<Day> empty =
                rows.entrySet().stream()
                        .filter(it -> it.getValue().facts() <= 0)
                        .map(Map.Entry::getKey)
                        .toList();
        if (!empty.isEmpty()) {
            delete(empty);
        }
        List<Map.Entry<Day, Sum>> full =
                rows.entrySet().stream().filter(it -> it.getValue().facts() > 0).toList();
        if (!full.isEmpty()) {
            put(full);
        }
    }

    private void put(List<Map.Entry<Day, Sum>> rows) {
        List<Day> days = rows.stream().map(Map.Entry::getKey).toList();
        jdbc.sql(
                        """
                        insert into statistics.day (division, day, stage, kind, facts, guardians)
                        select * from unnest(
                            cast(:divisions as text[]), cast(:days as date[]),
                            cast(:stages as text[]), cast(:kinds as text[]),
                            cast(:facts as bigint[]), cast(:guardians as bytea[]))
                        on conflict (division, day, stage, kind) do update
                            set facts = excluded.facts, guardians = excluded.guardians
                        """)
                .param("divisions", column(days, Day::division))
                .param("days", column(days, it -> it.day().toString()))
                .param("stages", column(days, Day::stage))
                .param("kinds", column(days, Day::kind))
                .param("facts", column(rows, it -> Long.toString(it.getValue().facts())))
                .param(
                        "guardians",
                        rows.stream().map(it -> it.getValue().guardians()).toArray(byte[][]::new))
                .update();
    }

    void delete(Collection<Day> days) {
        jdbc.sql(
                        """
                        delete from statistics.day d
                        using unnest(
                                cast(:divisions as text[]), cast(:days as date[]),
                                cast(:stages as text[]), cast(:kinds as text[]))
                            as gone (division, day, stage, kind)
                        where d.division = gone.division and d.day = gone.day
                          and d.stage = gone.stage and d.kind = gone.kind
                        """)
                .param("divisions", column(days, Day::division))
                .param("days", column(days, it -> it.day().toString()))
                .param("stages", column(days, Day::stage))
                .param("kinds", column(days, Day::kind))
                .update();
    }

    /**
     * Reads the rows of a division and those below it between two days, both included, division by
     * division; brought bit by bit, so only in a transaction.
     */
    void read(String division, LocalDate from, LocalDate to, BiConsumer<Day, Sum> reader) {
        jdbc.sql(
                        """
                        select division, day, stage, kind, facts, guardians
                        from statistics.day
                        where division >= :division and division < :beyond
                          and day between :from and :to
                        order by division
                        """)
                .param("division", division)
                .param("beyond", division + "~")
                .param("from", from)
                .param("to", to)
                .withFetchSize(FETCHED)
                .query((ResultSet row) -> {
                    reader.accept(day(row), sum(row));
                });
    }

    /** A division's own rows from a day on. */
    Map<Day, Sum> of(String division, LocalDate from) {
        Map<Day, Sum> found = new HashMap<>();
        jdbc.sql(
                        """
                        select division, day, stage, kind, facts, guardians
                        from statistics.day
                        where division = :division and day >= :from
                        """)
                .param("division", division)
                .param("from", from)
                .query((ResultSet row) -> {
                    found.put(day(row), sum(row));
                });
        return found;
    }

    /** The divisions that have rows. Leaps from one to the next, so that the rows are not read. */
    List<String> divisions() {
        return jdbc.sql(
                        """
                        with recursive leap (division) as (
                            select min(division) from statistics.day
                            union all
                            select (select min(division) from statistics.day
                                    where division > leap.division)
                            from leap where leap.division is not null)
                        select division from leap where division is not null
                        """)
                .query(String.class)
                .list();
    }

    Optional<LocalDate> first() {
        return jdbc.sql("select min(day) from statistics.day")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Forgets a division's rows of the days before one. */
    void forget(String division, LocalDate before) {
        jdbc.sql("delete from statistics.day where division = :division and day < :before")
                .param("division", division)
                .param("before", before)
                .update();
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getString("division"),
                row.getObject("day", LocalDate.class),
                row.getString("stage"),
                row.getString("kind"));
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(row.getLong("facts"), row.getBytes("guardians"));
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> cell) {
        return rows.stream().map(cell).toArray(String[]::new);
    }
}
