package org.jiaxue.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.licences.GradingStore.Licence;
import org.jiaxue.licences.Scheme.Standing;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one guardian's licences and sums. */
@Component
class LicenceStore {

    private final JdbcClient jdbc;

    LicenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Levels reached, the latest first. */
    List<Licence> licences(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select guardian_id, scheme, layer, level, version, reached_at, cause
                        from licences.licence
                        where guardian_id = :guardian
                        order by reached_at desc, scheme, layer, level desc
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
                        select l.guardian_id, l.scheme, l.layer, l.level, l.version, l.reached_at,
                               l.cause
                        from licences.licence l
                        join unnest(:guardians::uuid[], :causes::uuid[])
                            as asked (guardian_id, cause)
                          on l.guardian_id = asked.guardian_id and l.cause = asked.cause
                        order by l.reached_at, l.scheme, l.layer, l.level
                        """)
                .param("guardians", guardians.toArray(UUID[]::new))
                .param("causes", causes.toArray(UUID[]::new))
                .query((row, _) -> licence(row))
                .list();
    }

    /** The sums of a scheme's layers, by layer. */
    Map<String, Standing> standings(GuardianId guardian, String scheme) {
        Map<String, Standing> standings = new HashMap<>();
        jdbc.sql(
                        """
                        select layer, points, activities, lives
                        from licences.standing
                        where guardian_id = :guardian and scheme = :scheme
                        """)
                .param("guardian", guardian.value())
                .param("scheme", scheme)
                .query(row -> {
                    standings.put(
                            row.getString(1),
                            new Standing(row.getInt(2), row.getInt(3), row.getInt(4)));
                });
        return standings;
    }

    /** The layer in which an entry was counted last. */
    Optional<String> lastLayer(GuardianId guardian, String scheme) {
        return jdbc.sql(
                        """
                        select layer
                        from licences.counted
                        where guardian_id = :guardian and scheme = :scheme and layer is not null
                        order by counted_at desc, entry_id desc
                        limit 1
                        """)
                .param("guardian", guardian.value())
                .param("scheme", scheme)
                .query(String.class)
                .optional();
    }

    static Licence licence(ResultSet row) throws SQLException {
        return new Licence(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, UUID.class));
    }
}
