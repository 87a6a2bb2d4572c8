package org.jiaxue.licences.grading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.licences.grading.Climb.Rise;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The statements by which entries become sums; each takes a whole batch of guardians. */
@Component
class GradingStore {

    static final JsonMapper JSON =
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
            String period,
            String deed,
            int points) {}

    private record RiseRow(
            UUID guardianId,
            String scheme,
            String layer,
            String period,
            String name,
            int value,
            int kept) {}

    /** Everything that was counted for these events. */
    List<Counted> counted(Collection<GuardianId> guardians, Collection<UUID> events) {
        return jdbc.sql(
                        """
                        select c.guardian_id, c.scheme, c.entry_id, c.event_id, c.layer, c.period,
                               c.deed, c.points
                        from licences.counted c
                        join lateral unnest(cast(:guardians as uuid[]), cast(:events as uuid[]))
                            as told (guardian_id, event_id)
                          on c.guardian_id = told.guardian_id and c.event_id = told.event_id
                        """)
                .param("guardians", texts(guardians))
                .param("events", texts(events))
                .query((row, _) ->
                        new Counted(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getInt(8)))
                .list();
    }

    void insertCounted(List<Counted> rows) {
        jdbc.sql(
                        """
                        insert into licences.counted (
                            guardian_id, scheme, entry_id, event_id, layer, period, deed, points)
                        select guardian_id, scheme, entry_id, event_id, layer, period, deed, points
                        from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                            guardian_id uuid, scheme text, entry_id uuid, event_id uuid,
                            layer text, period text, deed text, points int)
                        """)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /**
     * Raises the sums; what they were spared before is made up for first. Rows are taken in the
     * order of guardian, scheme, layer, period and name, so that two batches wait for each other
     * and do not deadlock; every place has a sum of all points, so that two batches for one place
     * never pass each other.
     */
    void raise(Map<Place, Rise> rises) {
        List<RiseRow> rows = new ArrayList<>();
        rises.forEach((place, rise) ->
                rise.sums()
                        .forEach((name, value) ->
                                rows.add(
                                        new RiseRow(
                                                place.guardian().value(),
                                                place.scheme(),
                                                place.layer(),
                                                place.period(),
                                                name,
                                                value,
                                                rise.kept().getOrDefault(name, 0)))));
        jdbc.sql(
                        """
                        insert into licences.sum as s (
                            guardian_id, scheme, layer, period, name, value, kept)
                        select guardian_id, scheme, layer, period, name, value, kept
                        from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                            guardian_id uuid, scheme text, layer text, period text, name text,
                            value int, kept int)
                        order by guardian_id, scheme, layer, period, name
                        on conflict (guardian_id, scheme, layer, period, name) do update
                        set value = s.value + greatest(0, excluded.value - s.kept),
                            kept = greatest(0, s.kept - excluded.value) + excluded.kept
                        """)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /** All sums of these places. */
    Map<Place, Standing> standings(Collection<Place> places) {
        Map<Place, Map<String, Integer>> sums = new HashMap<>();
        jdbc.sql(
                        """
                        select s.guardian_id, s.scheme, s.layer, s.period, s.name, s.value
                        from licences.sum s
                        join lateral unnest(
                            cast(:guardians as uuid[]), cast(:schemes as text[]),
                            cast(:layers as text[]), cast(:periods as text[]))
                            as told (guardian_id, scheme, layer, period)
                          on s.guardian_id = told.guardian_id and s.scheme = told.scheme
                         and s.layer = told.layer and s.period = told.period
                        """)
                .param("guardians", texts(places.stream().map(Place::guardian).toList()))
                .param("schemes", texts(places.stream().map(Place::scheme).toList()))
                .param("layers", texts(places.stream().map(Place::layer).toList()))
                .param("periods", texts(places.stream().map(Place::period).toList()))
                .query(row -> {
                    Place place =
                            new Place(
                                    new GuardianId(row.getObject(1, UUID.class)),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4));
                    sums.computeIfAbsent(place, _ -> new HashMap<>())
                            .put(row.getString(5), row.getInt(6));
                });
        Map<Place, Standing> standings = new HashMap<>();
        sums.forEach((place, own) -> standings.put(place, new Standing(own)));
        return standings;
    }

    /** Arrays go to the database as texts that the statement casts; the driver knows no others. */
    static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
