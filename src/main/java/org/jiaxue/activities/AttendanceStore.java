package org.jiaxue.activities;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who signed in on site, and how often a guardian typed a code lately. */
@Repository
class AttendanceStore {

    private final JdbcClient sql;

    AttendanceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How a guardian signed in. */
    enum Way {
        SCANNED,
        TYPED
    }

    /** A guardian's tries to type a code since then. */
    record Typing(Instant since, int tries) {}

    /**
     * Counts one more try and says how many there were in the running period. The guardian's row
     * stays locked until the transaction ends, so that tries at the same time are counted one by
     * one.
     */
    Typing count(GuardianId guardian, Instant now, Duration period) {
        return sql.sql(
                        """
                        insert into activities.typing as t (guardian_id, since, tries)
                        values (:guardian, :now, 1)
                        on conflict (guardian_id) do update
                           set since = case when t.since + cast(:period as interval) <= :now
                                            then :now else t.since end,
                               tries = case when t.since + cast(:period as interval) <= :now
                                            then 1 else t.tries + 1 end
                        returning since, tries
                        """)
                .param("guardian", guardian.value())
                .param("now", Timestamp.from(now))
                .param("period", period.toString())
                .query((row, n) ->
                        new Typing(row.getTimestamp("since").toInstant(), row.getInt("tries")))
                .single();
    }

    /** Adds the attendance; false when the guardian had signed in before. */
    boolean add(GuardianId guardian, SessionId session, Instant at, Way way) {
        return sql.sql(
                                """
                                insert into activities.attendance (guardian_id, session_id, at, way)
                                values (:guardian, :session, :at, :way)
                                on conflict (guardian_id, session_id) do nothing
                                """)
                        .param("guardian", guardian.value())
                        .param("session", session.value())
                        .param("at", Timestamp.from(at))
                        .param("way", way.name().toLowerCase(Locale.ROOT))
                        .update()
                == 1;
    }

    Optional<Instant> at(GuardianId guardian, SessionId session) {
        return sql.sql(
                        """
                        select at from activities.attendance
                         where guardian_id = :guardian and session_id = :session
                        """)
                .param("guardian", guardian.value())
                .param("session", session.value())
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    /** What a guardian went to, latest first, at most the limit. */
    List<Attended> of(GuardianId guardian, int limit) {
        return sql.sql(
                        """
                        select a.*, s.id as session, s.activity, s.starts_at, s.ends_at, t.at
                          from activities.attendance t
                          join activities.session s on s.id = t.session_id
                          join activities.activity a on a.id = s.activity
                         where t.guardian_id = :guardian
                         order by t.at desc, s.id limit :limit
                        """)
                .param("guardian", guardian.value())
                .param("limit", limit)
                .query((row, n) ->
                        new Attended(
                                ActivityStore.activity(row, n),
                                ActivityStore.session(row),
                                row.getTimestamp("at").toInstant()))
                .list();
    }

    /** How many signed in to each of these sessions; none is left out. */
    Map<SessionId, Integer> counts(Collection<SessionId> sessions) {
        Map<SessionId, Integer> counts = new HashMap<>();
        sessions.forEach(session -> counts.put(session, 0));
        sql.sql(
                        """
                        select session_id, count(*) as guardians from activities.attendance
                         where session_id = any(:sessions) group by session_id
                        """)
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(
                            new SessionId(row.getObject("session_id", UUID.class)),
                            row.getInt("guardians"));
                });
        return counts;
    }
}
