package org.jiaxue.points;

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
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Period;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lines of months that are over; what they are of a balance stays, by category. */
@Repository
class EntryArchive implements Monthly {

    static final String NAME = "points.entry";

    private static final int FETCHED = 2_000;
    private static final int LONGEST_LATE = 2;
    private static final DateTimeFormatter PART = DateTimeFormatter.ofPattern("'entry_'yyyy_MM");

    private final JdbcClient jdbc;

    EntryArchive(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int turn() {
        return 1;
    }

    @Override
    public List<YearMonth> parts(JdbcClient owner, YearMonth before) {
        return owner
                .sql(
                        """
                        select c.relname
                        from pg_catalog.pg_inherits i
                        join pg_catalog.pg_class c on c.oid = i.inhrelid
                        where i.inhparent = cast('points.entry' as regclass)
                          and c.relname ~ '^entry_[0-9]{4}_[0-9]{2}$'
                        order by c.relname
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(it -> YearMonth.parse(it, PART))
                .filter(it -> it.isBefore(before))
                .toList();
    }

    /** What is told up to two months late is credited within its week, month and term. */
    @Override
    public LocalDate neededFrom(LocalDate today) {
        return needed(today);
    }

    static LocalDate needed(LocalDate today) {
        return Period.floor(today.minusMonths(LONGEST_LATE), true).withDayOfMonth(1);
    }

    @Override
    public List<Problem> waiting(JdbcClient owner) {
        return running(owner)
                ? List.of(Problem.conflict("points.problem.archive-running"))
                : List.of();
    }

    /** A trial of which nothing was heard for a minute was broken off. */
    private static boolean running(JdbcClient owner) {
        return owner.sql(
                        """
                        select exists (select from points.rerun where state = 'running')
                            or exists (
                                select from points.trial
                                where state = 'running'
                                  and heard_at > clock_timestamp() - interval '1 minute')
                        """)
                .query(Boolean.class)
                .single();
    }

    /**
     * Whose points were checked is shown what came of it; what a session gave, its replay asks. And
     * where the month's part is gone already, whoever has lines here keeps the events too.
     */
    @Override
    public Set<GuardianId> staying(JdbcClient owner, Instant from, Instant to) {
        Set<GuardianId> staying = new HashSet<>(undecided(owner, to));
        staying.addAll(
                owner.sql(
                                """
                                select distinct e.guardian_id
                                from points.entry e
                                left join points.hold h
                                  on h.guardian_id = e.guardian_id and h.event_id = e.event_id
                                where e.occurred_at >= :from and e.occurred_at < :to
                                  and (not :parted or h.hold_id is not null or e.once = :session)
                                """)
                        .param("from", from.atOffset(ZoneOffset.UTC))
                        .param("to", to.atOffset(ZoneOffset.UTC))
                        .param("parted", parted(owner, from))
                        .param("session", Crediting.group(EventKind.LIVE_ATTENDED))
                        .query((row, _) -> new GuardianId(row.getObject(1, UUID.class)))
                        .list());
        return staying;
    }

    /** A decision is about a line and all of its guardian's that come after it. */
    private static List<GuardianId> undecided(JdbcClient owner, Instant before) {
        return owner.sql(
                        """
                        select distinct guardian_id from points.hold_now
                        where occurred_at < :before
                          and (state in ('waiting', 'appealed')
                            or state = 'refused' and until > clock_timestamp())
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new GuardianId(row.getObject(1, UUID.class)))
                .list();
    }

    private static boolean parted(JdbcClient owner, Instant from) {
        return owner.sql(
                        """
                        select to_regclass('points.entry_'
                            || to_char(:from at time zone 'Asia/Shanghai', 'YYYY_MM')) is not null
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
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
                        select e.category, row_to_json(e),
                               case when e.state in ('counted', 'kept') then e.points else 0 end
                        from points.entry e
                        where e.occurred_at >= :from and e.occurred_at < :to
                          and e.guardian_id <> all (:staying)
                        order by e.guardian_id, e.occurred_at desc, e.entry_id desc
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("staying", ids(staying))
                .withFetchSize(FETCHED)
                .query((ResultSet row) ->
                        reader.accept(
                                new Line(row.getString(1), row.getLong(3), row.getString(2))));
    }

    @Override
    public boolean putAway(
            JdbcClient owner, YearMonth month, Collection<GuardianId> staying, Manifest written) {
        return owner.sql("select points.put_away(:month, :staying, :rows, :worth)")
                .param("month", month.atDay(1))
                .param("staying", ids(staying))
                .param("rows", written.rows())
                .param("worth", written.worth())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<YearMonth> away(GuardianId guardian) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct month from points.archived
                                where guardian_id = :guardian
                                """)
                        .param("guardian", guardian.value())
                        .query((row, _) -> YearMonth.from(row.getObject(1, LocalDate.class)))
                        .list());
    }

    @Override
    public boolean callBack(YearMonth month, GuardianId guardian) {
        return jdbc.sql(
                                """
                                delete from points.archived
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
                                delete from points.archived
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
        jdbc.sql("select points.put_back(cast(:lines as jsonb))")
                .param("lines", "[" + String.join(",", lines) + "]")
                .query((_, _) -> 1)
                .list();
    }

    @Override
    public boolean anyAway(YearMonth month) {
        return jdbc.sql("select exists (select 1 from points.archived where month = :month)")
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void makePart(YearMonth month) {
        jdbc.sql("select points.make_months(:month, 1)")
                .param("month", month.atDay(1))
                .query((_, _) -> 1)
                .list();
    }

    private static UUID[] ids(Collection<GuardianId> guardians) {
        return guardians.stream().map(GuardianId::value).toArray(UUID[]::new);
    }
}
