package org.jiaxue.learning.recording;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was kept, many guardians at a time, for re-runs and checks. */
@Repository
public class EventHistory {

    /** So many events are brought at a time, so that a reading of any length needs little room. */
    static final int FETCHED = 2_000;

    /** In the order of the index {@code event_by_guardian_and_time}. */
    static final String READING =
            """
            select guardian_id, event_id, kind, cause, occurred_at, division, title_zh, title_en,
                   stage, age_from, age_to, topic, seconds, guardian_stage, school
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
        jdbc.sql(READING)
                .param("after", after.value())
                .param("upTo", upTo.value())
                .param("from", from.toString())
                .param("to", to.toString())
                .withFetchSize(FETCHED)
                .query((ResultSet row) -> reader.accept(EventStore.map(row)));
    }

    /** Which of these events, each under its guardian, there are. */
    public Set<UUID> existing(Map<GuardianId, ? extends Collection<UUID>> events) {
        List<UUID> guardians = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        events.forEach((guardian, own) ->
                own.forEach(id -> {
                    guardians.add(guardian.value());
                    ids.add(id);
                }));
        return new HashSet<>(
                jdbc.sql(
                                """
                                select e.event_id
                                from unnest(:guardians::uuid[], :events::uuid[])
                                    as asked (guardian_id, event_id)
                                join learning.event e
                                  on e.guardian_id = asked.guardian_id
                                 and e.event_id = asked.event_id
                                """)
                        .param("guardians", guardians.toArray(UUID[]::new))
                        .param("events", ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }
}
