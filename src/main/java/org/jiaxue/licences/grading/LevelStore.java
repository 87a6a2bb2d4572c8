package org.jiaxue.licences.grading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Levels reached: each is kept once and stays as it was reached. */
@Component
public class LevelStore {

    private final JdbcClient jdbc;

    LevelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A level of a guardian's scheme, whoever has reached it. */
    record Rung(UUID guardianId, String scheme, String layer, String period, int level) {

        static Rung of(Licence licence) {
            return new Rung(
                    licence.guardianId(),
                    licence.scheme(),
                    licence.layer(),
                    licence.period(),
                    licence.level());
        }
    }

    /** Which of these levels are reached already. */
    Set<Rung> held(Collection<Licence> licences) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select l.guardian_id, l.scheme, l.layer, l.period, l.level
                                from licences.licence l
                                join jsonb_to_recordset(cast(:rows as jsonb)) as told (
                                    guardian_id uuid, scheme text, layer text, period text,
                                    level int)
                                  on l.guardian_id = told.guardian_id and l.scheme = told.scheme
                                 and l.layer = told.layer and l.period = told.period
                                 and l.level = told.level
                                """)
                        .param(
                                "rows",
                                GradingStore.JSON.writeValueAsString(
                                        licences.stream().map(Rung::of).toList()))
                        .query((row, _) ->
                                new Rung(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getInt(5)))
                        .list());
    }

    /** A layer whose levels are reached, and the layer for which its entries were counted. */
    record Source(UUID guardianId, String scheme, String layer, String ground, String period) {}

    /** The entries that earned no level of these layers yet, in the order of counting. */
    Map<Source, List<UUID>> unspent(Collection<Source> sources) {
        Map<Source, List<UUID>> unspent = new HashMap<>();
        jdbc.sql(
                        """
                        select told.guardian_id, told.scheme, told.layer, told.ground, told.period,
                               c.entry_id
                        from licences.counted c
                        join jsonb_to_recordset(cast(:rows as jsonb)) as told (
                            guardian_id uuid, scheme text, layer text, ground text, period text)
                          on c.guardian_id = told.guardian_id and c.scheme = told.scheme
                         and c.layer = told.ground and c.period = told.period
                        where not exists (
                            select 1 from licences.licence l
                            where l.guardian_id = c.guardian_id and l.scheme = c.scheme
                              and l.layer = told.layer and l.period = told.period
                              and l.guardian_id = told.guardian_id
                              and c.entry_id = any (l.entries))
                        order by c.counted_at, c.entry_id
                        """)
                .param("rows", GradingStore.JSON.writeValueAsString(sources))
                .query(row -> {
                    Source source =
                            new Source(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5));
                    unspent.computeIfAbsent(source, _ -> new ArrayList<>())
                            .add(row.getObject(6, UUID.class));
                });
        return unspent;
    }

    /** Keeps levels that are new and returns those; one that was reached before stays as it is. */
    List<Licence> insert(List<Licence> licences) {
        return jdbc.sql(
                        """
                        insert into licences.licence (
                            guardian_id, scheme, layer, period, level, version, reached_at, cause,
                            entries, confirmation)
                        select guardian_id, scheme, layer, period, level, version, reached_at,
                               cause, entries, confirmation
                        from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                            guardian_id uuid, scheme text, layer text, period text, level int,
                            version int, reached_at timestamptz, cause uuid, entries uuid[],
                            confirmation uuid)
                        order by guardian_id, scheme, layer, period, level
                        on conflict (guardian_id, scheme, layer, period, level) do nothing
                        returning guardian_id, scheme, layer, period, level, version, reached_at,
                                  cause, entries, confirmation
                        """)
                .param("rows", GradingStore.JSON.writeValueAsString(licences))
                .query((row, _) -> licence(row))
                .list();
    }

    /** Levels reached, the latest first. */
    public List<Licence> of(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select guardian_id, scheme, layer, period, level, version, reached_at,
                               cause, entries, confirmation
                        from licences.licence
                        where guardian_id = :guardian
                        order by reached_at desc, scheme, period, layer, level desc
                        """)
                .param("guardian", guardian.value())
                .query((row, _) -> licence(row))
                .list();
    }

    /** The levels that these events brought. */
    List<Licence> broughtBy(Map<GuardianId, Collection<UUID>> events) {
        List<UUID> guardians = new ArrayList<>();
        List<UUID> causes = new ArrayList<>();
        events.forEach((guardian, own) ->
                own.forEach(event -> {
                    guardians.add(guardian.value());
                    causes.add(event);
                }));
        return jdbc.sql(
                        """
                        select l.guardian_id, l.scheme, l.layer, l.period, l.level, l.version,
                               l.reached_at, l.cause, l.entries, l.confirmation
                        from licences.licence l
                        join lateral unnest(:guardians::uuid[], :causes::uuid[])
                            as asked (guardian_id, cause)
                          on l.guardian_id = asked.guardian_id and l.cause = asked.cause
                        order by l.reached_at, l.scheme, l.period, l.layer, l.level
                        """)
                .param("guardians", guardians.toArray(UUID[]::new))
                .param("causes", causes.toArray(UUID[]::new))
                .query((row, _) -> licence(row))
                .list();
    }

    private static Licence licence(ResultSet row) throws SQLException {
        return new Licence(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getObject(8, UUID.class),
                List.of((UUID[]) row.getArray(9).getArray()),
                row.getObject(10, UUID.class));
    }
}
