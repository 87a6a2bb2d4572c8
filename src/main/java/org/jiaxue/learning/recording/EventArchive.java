package org.jiaxue.learning.recording;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.archive.Manifest;
import org.jiaxue.archive.Monthly;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Events of months that are over. What was told stays in {@code learning.told}. */
@Repository
public class EventArchive implements Monthly {

    /** The table. */
    public static final String NAME = "learning.event";

    private static final int FETCHED = 2_000;
    private static final DateTimeFormatter PART = DateTimeFormatter.ofPattern("'event_'yyyy_MM");

    private final JdbcClient jdbc;

    EventArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** After the lines that are about them, so that no line is ever without its event. */
    @Override
    public int turn() {
        return 2;
    }

    @Override
    public List<YearMonth> parts(JdbcClient owner, YearMonth before) {
        return owner
                .sql(
                        """
                        select c.relname
                        from pg_catalog.pg_inherits i
                        join pg_catalog.pg_class c on c.oid = i.inhrelid
                        where i.inhparent = cast('learning.event' as regclass)
                          and c.relname ~ '^event_[0-9]{4}_[0-9]{2}$'
                        order by c.relname
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(it -> YearMonth.parse(it, PART))
                .filter(it -> it.isBefore(before))
                .toList();
    }

    @Override
    public LocalDate neededFrom(LocalDate today) {
        return today.minusMonths(2);
    }

    @Override
    public void read(
            JdbcClient owner,
            Instant from,
            Instant to,
            Collection<GuardianId> staying,
            Consumer<Line> reader) {
        owner.sql(
                        """
                        select e.kind, row_to_json(e)
                        from learning.event e
                        where e.occurred_at >= :from and e.occurred_at < :to
                          and e.guardian_id <> all (:staying)
                        order by e.guardian_id, e.occurred_at, e.event_id
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("staying", ids(staying))
                .withFetchSize(FETCHED)
                .query((ResultSet row) ->
                        reader.accept(new Line(row.getString(1), 0, row.getString(2))));
    }

    @Override
    public boolean putAway(
            JdbcClient owner, YearMonth month, Collection<GuardianId> staying, Manifest written) {
        return owner.sql("select learning.put_away(:month, :staying, :rows)")
                .param("month", month.atDay(1))
                .param("staying", ids(staying))
                .param("rows", written.rows())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<YearMonth> away(GuardianId guardian) {
        return new HashSet<>(
                jdbc.sql("select month from learning.archived where guardian_id = :guardian")
                        .param("guardian", guardian.value())
                        .query((row, _) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                        .list());
    }

    @Override
    public boolean callBack(YearMonth month, GuardianId guardian) {
        return jdbc.sql(
                                """
                                delete from learning.archived
                                where guardian_id = :guardian and month = :month
                                """)
                        .param("guardian", guardian.value())
                        .param("month", month.atDay(1))
                        .update()
                > 0;
    }

    @Override
    public Set<GuardianId> callBack(YearMonth month, GuardianId first, GuardianId last) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                delete from learning.archived
                                where guardian_id >= :first and guardian_id <= :last
                                  and month = :month
                                returning guardian_id
                                """)
                        .param("first", first.value())
                        .param("last", last.value())
                        .param("month", month.atDay(1))
                        .query((row, _) -> new GuardianId(row.getObject(1, UUID.class)))
                        .list());
    }

    @Override
    public void putBack(List<String> lines) {
        jdbc.sql("select learning.put_back(cast(:lines as jsonb))")
                .param("lines", "[" + String.join(",", lines) + "]")
                .query((_, _) -> 1)
                .list();
    }

    @Override
    public boolean anyAway(YearMonth month) {
        return jdbc.sql("select exists (select 1 from learning.archived where month = :month)")
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void makePart(YearMonth month) {
        jdbc.sql("select learning.make_months(:month, 1)")
                .param("month", month.atDay(1))
                .query((_, _) -> 1)
                .list();
    }

    private static UUID[] ids(Collection<GuardianId> guardians) {
        return guardians.stream().map(GuardianId::value).toArray(UUID[]::new);
    }
}
