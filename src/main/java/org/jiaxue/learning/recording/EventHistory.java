package org.jiaxue.learning.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.IndexOrder;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was kept, many guardians at a time, for re-runs and checks. */
@Repository
public class EventHistory {

    /** So many events are brought at a time, so that a reading of any length needs little room. */
    static final int FETCHED = 2_000;

    /** From the index {@code event_by_guardian_and_time} alone, and in its order. */
    static final String READING =
            """
            select guardian_id, event_id, kind, cause, occurred_at, division, stage, age_from,
                   age_to, topic, seconds, guardian_stage, school
            from learning.event
            where guardian_id > cast(:after as uuid) and guardian_id <= cast(:upTo as uuid)
              and occurred_at >= cast(:from as timestamptz)
              and occurred_at < cast(:to as timestamptz)
            order by guardian_id, occurred_at, event_id
            """;

    private final JdbcClient jdbc;

    EventHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads events in order; only in a transaction are they brought bit by bit. */
    public void read(
            GuardianId after,
            GuardianId upTo,
            Instant from,
            Instant to,
            Consumer<LearningEvent> reader) {
        IndexOrder.untilCommit(jdbc);
        jdbc.sql(READING)
                .param("after", after.value())
                .param("upTo", upTo.value())
                .param("from", from.toString())
                .param("to", to.toString())
                .withFetchSize(FETCHED)
                .query((ResultSet row) -> reader.accept(untitled(row)));
    }

    /** By number, since millions of rows are read this way. */
    private static LearningEvent untitled(ResultSet row) throws SQLException {
        int ageFrom = row.getInt(8);
        Ages ages = row.wasNull() ? null : new Ages(ageFrom, row.getInt(9));
        @Nullable String topic = row.getString(10);
        @Nullable String guardianStage = row.getString(12);
        return new LearningEvent(
                row.getObject(2, UUID.class),
                new GuardianId(row.getObject(1, UUID.class)),
                EventKind.ofSlug(row.getString(3)).orElseThrow(),
                row.getObject(4, UUID.class),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                new Subject(
                        Subject.UNTITLED,
                        Stage.ofSlug(row.getString(7)).orElseThrow(),
                        ages,
                        topic == null ? "" : topic,
                        row.getInt(11)),
                row.getString(6),
                new Setting(
                        guardianStage == null ? null : Stage.ofSlug(guardianStage).orElse(null),
                        row.getObject(13, UUID.class)));
    }

    /** These events with their titles, by id. */
    public Map<UUID, LearningEvent> titled(List<LearningEvent> events) {
        Map<UUID, LearningEvent> untitled = new HashMap<>();
        events.forEach(event -> untitled.put(event.id(), event));
        Map<UUID, LearningEvent> titled = new HashMap<>();
        jdbc.sql(
                        """
                        select e.event_id, e.title_zh, e.title_en
                        from lateral unnest(
                                :guardians::uuid[], :occurred::timestamptz[], :events::uuid[])
                            as asked (guardian_id, occurred_at, event_id)
                        join learning.event e
                          on e.guardian_id = asked.guardian_id
                         and e.occurred_at = asked.occurred_at
                         and e.event_id = asked.event_id
                        """)
                .param("guardians", ids(events, it -> it.guardian().value()))
                .param(
                        "occurred",
                        events.stream()
                                .map(it -> it.occurredAt().toString())
                                .toArray(String[]::new))
                .param("events", ids(events, LearningEvent::id))
                .query((ResultSet row) -> {
                    UUID id = row.getObject(1, UUID.class);
                    Words title = new Words(row.getString(2), row.getString(3));
                    titled.put(id, Objects.requireNonNull(untitled.get(id)).titled(title));
                });
        return titled;
    }

    private static UUID[] ids(List<LearningEvent> events, Function<LearningEvent, UUID> id) {
        return events.stream().map(id).toArray(UUID[]::new);
    }

    /** Reads the ids of all events of some guardians, from the same index and in its order. */
    public void ids(GuardianId after, GuardianId upTo, BiConsumer<GuardianId, UUID> reader) {
        IndexOrder.untilCommit(jdbc);
        jdbc.sql(
                        """
                        select guardian_id, event_id
                        from learning.event
                        where guardian_id > :after and guardian_id <= :upTo
                        order by guardian_id, occurred_at, event_id
                        """)
                .param("after", after.value())
                .param("upTo", upTo.value())
                .withFetchSize(FETCHED)
                .query((ResultSet row) ->
                        reader.accept(
                                new GuardianId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class)));
    }

    /** Of which of these causes a guardian's learning was ever told, by kind. */
    public Map<EventKind, Set<UUID>> told(GuardianId guardian, Collection<UUID> causes) {
        Map<EventKind, Set<UUID>> told = new EnumMap<>(EventKind.class);
        jdbc.sql(
                        """
                        select kind, cause
                        from learning.told
                        where guardian_id = :guardian and cause = any(:causes)
                        """)
                .param("guardian", guardian.value())
                .param("causes", causes.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    EventKind kind = EventKind.ofSlug(row.getString(1)).orElseThrow();
                    told.computeIfAbsent(kind, _ -> new HashSet<>())
                            .add(row.getObject(2, UUID.class));
                });
        return told;
    }
}
