package org.jiaxue.licences;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.licences.Climb.Rise;
import org.jiaxue.licences.Scheme.Standing;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The statements by which entries become levels; each takes a whole batch of guardians. */
@Component
class GradingStore {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final JdbcClient jdbc;

    GradingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where an event was counted, and by which entry. */
    record Counted(
            UUID guardianId,
            String scheme,
            UUID entryId,
            UUID eventId,
            @Nullable String layer,
            String deed,
            int points) {}

    /** One layer of one guardian's scheme. */
    record Place(GuardianId guardian, String scheme, String layer) {}

    /** A level that was reached. */
    record Licence(
            UUID guardianId,
            String scheme,
            String layer,
            int level,
            int version,
            Instant reachedAt,
            UUID cause) {

        GuardianId guardian() {
            return new GuardianId(guardianId);
        }
    }

    private record RiseRow(
            UUID guardianId,
            String scheme,
            String layer,
            int points,
            int kept,
            int activities,
            int lives) {}

    /** Everything that was counted for these events. */
    List<Counted> counted(Collection<GuardianId> guardians, Collection<UUID> events) {
        return jdbc.sql(
                        """
                        select c.guardian_id, c.scheme, c.entry_id, c.event_id, c.layer, c.deed,
                               c.points
                        from licences.counted c
                        join unnest(cast(:guardians as uuid[]), cast(:events as uuid[]))
                            as told (guardian_id, event_id)
                          on c.guardian_id = told.guardian_id and c.event_id = told.event_id
                        """)
                .param("guardians", texts(guardians))
                .param("events", texts(events))
                .query((row, _) -> counted(row))
                .list();
    }

    void insertCounted(List<Counted> rows) {
        jdbc.sql(
                        """
                        insert into licences.counted (
                            guardian_id, scheme, entry_id, event_id, layer, deed, points)
                        select guardian_id, scheme, entry_id, event_id, layer, deed, points
                        from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                            guardian_id uuid, scheme text, entry_id uuid, event_id uuid,
                            layer text, deed text, points int)
                        """)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /**
     * Raises the sums and returns them as they are then. Rows are taken in the order of guardian,
     * scheme and layer, so that two batches wait for each other and do not deadlock.
     */
    Map<Place, Standing> raise(Map<Place, Rise> rises) {
        List<RiseRow> rows = new ArrayList<>();
        rises.forEach((place, rise) ->
                rows.add(
                        new RiseRow(
                                place.guardian().value(),
                                place.scheme(),
                                place.layer(),
                                rise.points(),
                                rise.kept(),
                                rise.activities(),
                                rise.lives())));
        Map<Place, Standing> standings = new HashMap<>();
        jdbc.sql(
                        """
                        insert into licences.standing as s (
                            guardian_id, scheme, layer, points, kept, activities, lives)
                        select guardian_id, scheme, layer, points, kept, activities, lives
                        from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                            guardian_id uuid, scheme text, layer text, points int, kept int,
                            activities int, lives int)
                        order by guardian_id, scheme, layer
                        on conflict (guardian_id, scheme, layer) do update
                        set points = s.points + excluded.points,
                            kept = s.kept + excluded.kept,
                            activities = s.activities + excluded.activities,
                            lives = s.lives + excluded.lives
                        returning guardian_id, scheme, layer, points, activities, lives
                        """)
                .param("rows", JSON.writeValueAsString(rows))
                .query(row -> {
                    standings.put(
                            new Place(
                                    new GuardianId(row.getObject(1, UUID.class)),
                                    row.getString(2),
                                    row.getString(3)),
                            new Standing(row.getInt(4), row.getInt(5), row.getInt(6)));
                });
        return standings;
    }

    /** Keeps levels that are new and returns those; one that was reached before stays as it is. */
    List<Licence> insertLicences(List<Licence> licences) {
        return jdbc.sql(
                        """
                        insert into licences.licence (
                            guardian_id, scheme, layer, level, version, reached_at, cause)
                        select guardian_id, scheme, layer, level, version, reached_at, cause
                        from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                            guardian_id uuid, scheme text, layer text, level int, version int,
                            reached_at timestamptz, cause uuid)
                        order by guardian_id, scheme, layer, level
                        on conflict (guardian_id, scheme, layer, level) do nothing
                        returning guardian_id, scheme, layer, level, version, reached_at, cause
                        """)
                .param("rows", JSON.writeValueAsString(licences))
                .query((row, _) -> LicenceStore.licence(row))
                .list();
    }

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getInt(7));
    }

    /** Arrays go to the database as texts that the statement casts; the driver knows no others. */
    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
