package org.jiaxue.learning.coverage;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which seconds of which lesson a guardian has played. */
@Repository
public class CoverageStore {

    private final JdbcClient jdbc;
    private final Times times;
    private final DatabaseClock clock;

    CoverageStore(JdbcClient jdbc, Times times, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
    }

    /** The time that claims are measured by, without a question where one was asked just now. */
    public Instant recently() {
        return clock.recently();
    }

    /** The active rows of these guardians, and the time, in one round trip. */
    public ActiveRows active(Collection<GuardianId> guardians) {
        Instant[] now = new Instant[1];
        List<CoverageRow> rows =
                jdbc.sql(
                                """
                                select c.guardian_id, c.lesson_id, c.active,
                                       c.covered::text as covered, c.position,
                                       c.cut_seconds, c.clock_at,
                                       c.version, c.completed_at, c.completed_by,
                                       c.completion, clock_timestamp() as now
                                from learning.coverage c
                                where c.guardian_id = any(:guardians) and c.active is not null
                                """)
                        .param("guardians", ids(guardians))
                        .query((row, _) -> {
                            if (now[0] == null) {
                                now[0] = instant(row, "now");
                            }
                            return map(row);
                        })
                        .list();
        Map<GuardianId, CoverageRow> byGuardian =
                rows.stream().collect(Collectors.toMap(CoverageRow::guardian, row -> row));
        Instant time = times.told().orElseGet(() -> now[0] == null ? clock.now() : now[0]);
        return new ActiveRows(byGuardian, time);
    }

    /** The active row of each guardian that has one. */
    public record ActiveRows(Map<GuardianId, CoverageRow> rows, Instant now) {}

    public Optional<CoverageRow> find(GuardianId guardian, LessonId lesson) {
        return find(guardian, List.of(lesson)).stream().findFirst();
    }

    public List<CoverageRow> find(GuardianId guardian, Collection<LessonId> lessons) {
        return jdbc.sql(
                        """
                        select guardian_id, lesson_id, active, covered::text as covered, position,
                               cut_seconds, clock_at, version, completed_at, completed_by,
                               completion
                        from learning.coverage
                        where guardian_id = :guardian and lesson_id = any(:lessons)
                        """)
                .param("guardian", guardian.value())
                .param("lessons", lessons.stream().map(LessonId::value).toArray(UUID[]::new))
                .query((row, _) -> map(row))
                .list();
    }

    /** A guardian's row of a lesson. */
    public record Key(GuardianId guardian, LessonId lesson) {}

    /** The rows of these guardians and lessons, of those that there are. */
    public Map<Key, CoverageRow> find(Collection<Key> keys) {
        return jdbc
                .sql(
                        """
                        select c.guardian_id, c.lesson_id, c.active, c.covered::text as covered,
                               c.position, c.cut_seconds, c.clock_at, c.version, c.completed_at,
                               c.completed_by, c.completion
                        from learning.coverage c
                        join lateral unnest(:guardians::uuid[], :lessons::uuid[])
                            as k(guardian_id, lesson_id)
                          on c.guardian_id = k.guardian_id and c.lesson_id = k.lesson_id
                        """)
                .param("guardians", ids(keys.stream().map(Key::guardian).toList()))
                .param("lessons", keys.stream().map(it -> it.lesson().value()).toArray(UUID[]::new))
                .query((row, _) -> map(row))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> new Key(row.guardian(), row.lesson()),
                                row -> row,
                                (one, _) -> one));
    }

    /** The lessons begun or completed, the latest first. */
    public List<CoverageRow> latest(GuardianId guardian, int most) {
        return jdbc.sql(
                        """
                        select guardian_id, lesson_id, active, covered::text as covered, position,
                               cut_seconds, clock_at, version, completed_at, completed_by,
                               completion
                        from learning.coverage
                        where guardian_id = :guardian
                        order by clock_at desc
                        limit :most
                        """)
                .param("guardian", guardian.value())
                .param("most", most)
                .query((row, _) -> map(row))
                .list();
    }

    /**
     * Writes rows whose version is still the one that was seen and whose playback is still active.
     * An update takes its rows in whatever order it finds them; so this is an upsert of rows that
     * are there, which takes them in the order of guardians, and two groups that share some wait
     * for each other and do not deadlock.
     *
     * @return the guardians whose row was written
     */
    public Set<GuardianId> write(List<CoverageRow> rows) {
        return jdbc
                .sql(
                        """
                        insert into learning.coverage as c
                            (guardian_id, lesson_id, active, covered, covered_seconds, position,
                             cut_seconds, clock_at, version, completed_at, completed_by, completion)
                        select u.guardian_id, u.lesson_id, u.active,
                               substring(u.covered::varbit from 1 for length(seen.covered)),
                               u.covered_seconds, u.position, u.cut_seconds, u.clock_at, u.version,
                               u.completed_at, u.completed_by, u.completion::uuid[]
                        from lateral unnest(
                            :guardians::uuid[], :lessons::uuid[], :actives::uuid[],
                            :covered::text[], :seconds::int[], :positions::int[], :cut::int[],
                            :clocks::timestamptz[], :versions::bigint[],
                            :completedAt::timestamptz[], :completedBy::uuid[], :completion::text[])
                            as u(guardian_id, lesson_id, active, covered, covered_seconds, position,
                                 cut_seconds, clock_at, version, completed_at, completed_by,
                                 completion)
                        join learning.coverage seen
                          on seen.guardian_id = u.guardian_id and seen.lesson_id = u.lesson_id
                        order by u.guardian_id, u.lesson_id
                        on conflict (guardian_id, lesson_id) do update
                        set covered = excluded.covered, position = excluded.position,
                            covered_seconds = excluded.covered_seconds,
                            cut_seconds = excluded.cut_seconds,
                            clock_at = excluded.clock_at, version = excluded.version + 1,
                            completed_at = excluded.completed_at,
                            completed_by = excluded.completed_by,
                            completion = excluded.completion
                        where c.version = excluded.version and c.active = excluded.active
                        returning c.guardian_id
                        """)
                .params(columns(rows))
                .query(UUID.class)
                .list()
                .stream()
                .map(GuardianId::new)
                .collect(Collectors.toSet());
    }

    /**
     * Notes which learning events completing brought, in rows that were just written. Their ids
     * come with commas between, because to read a text as an array is no function that Citus lets
     * an update call.
     */
    public void complete(List<CoverageRow> rows) {
        jdbc.sql(
                        """
                        update learning.coverage c
                        set completion = cast(string_to_array(u.completion, ',') as uuid[])
                        from lateral unnest(
                                :guardians::uuid[], :lessons::uuid[], :completion::text[])
                            as u(guardian_id, lesson_id, completion)
                        where c.guardian_id = u.guardian_id and c.lesson_id = u.lesson_id
                        """)
                .param("guardians", array(rows, row -> row.guardian().value(), UUID[]::new))
                .param("lessons", array(rows, row -> row.lesson().value(), UUID[]::new))
                .param("completion", array(rows, row -> commas(row.completion()), String[]::new))
                .update();
    }

    private static Map<String, Object> columns(List<CoverageRow> rows) {
        return Map.ofEntries(
                Map.entry("guardians", array(rows, row -> row.guardian().value(), UUID[]::new)),
                Map.entry("lessons", array(rows, row -> row.lesson().value(), UUID[]::new)),
                Map.entry("actives", array(rows, CoverageRow::active, UUID[]::new)),
                Map.entry("covered", array(rows, row -> row.coverage().hex(), String[]::new)),
                Map.entry(
                        "seconds",
                        array(rows, row -> row.coverage().coveredSeconds(), Integer[]::new)),
                Map.entry("positions", array(rows, CoverageRow::position, Integer[]::new)),
                Map.entry("cut", array(rows, CoverageRow::cutSeconds, Integer[]::new)),
                Map.entry(
                        "clocks", array(rows, row -> text(row.coverage().clock()), String[]::new)),
                Map.entry("versions", array(rows, CoverageRow::version, Long[]::new)),
                Map.entry("completedAt", array(rows, CoverageStore::completedAt, String[]::new)),
                Map.entry("completedBy", array(rows, CoverageRow::completedBy, UUID[]::new)),
                Map.entry(
                        "completion", array(rows, row -> uuids(row.completion()), String[]::new)));
    }

    private static @Nullable String completedAt(CoverageRow row) {
        Instant at = row.completedAt();
        return at == null ? null : text(at);
    }

    private static <T> T[] array(
            List<CoverageRow> rows,
            Function<CoverageRow, @Nullable T> value,
            IntFunction<T[]> make) {
        return rows.stream().map(value).toArray(make);
    }

    private static String uuids(List<UUID> ids) {
        return "{" + commas(ids) + "}";
    }

    private static String commas(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static String text(Instant instant) {
        return instant.toString();
    }

    private static UUID[] ids(Collection<GuardianId> guardians) {
        return guardians.stream().map(GuardianId::value).toArray(UUID[]::new);
    }

    private static CoverageRow map(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime completedAt = row.getObject("completed_at", OffsetDateTime.class);
        return new CoverageRow(
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                new LessonId(row.getObject("lesson_id", UUID.class)),
                row.getObject("active", UUID.class),
                Coverage.of(row.getString("covered"), instant(row, "clock_at")),
                row.getInt("position"),
                row.getInt("cut_seconds"),
                row.getLong("version"),
                completedAt == null ? null : completedAt.toInstant(),
                row.getObject("completed_by", UUID.class),
                completedAt == null ? List.of() : list(row.getArray("completion")));
    }

    private static List<UUID> list(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }
}
