package org.jiaxue.identity.family;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NumberWaitStore {

    /** A number that waits, sealed, and from when until when it can be put in force. */
    record Row(String phoneSealed, Instant dueAt, Instant endsAt) {}

    private final JdbcClient jdbc;

    NumberWaitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a change that waits; false where one of this guardian's waits already. */
    boolean add(GuardianId guardian, Row wait, Instant at) {
        return jdbc.sql(
                                """
                                insert into identity.number_wait
                                    (guardian_id, phone_sealed, asked_at, due_at, ends_at)
                                values (:guardian, :phone, :at, :due, :ends)
                                on conflict (guardian_id) do nothing
                                """)
                        .param("guardian", guardian.value())
                        .param("phone", wait.phoneSealed())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("due", wait.dueAt().atOffset(ZoneOffset.UTC))
                        .param("ends", wait.endsAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<Row> find(GuardianId guardian, Instant now) {
        return jdbc.sql(
                        """
                        select phone_sealed, due_at, ends_at from identity.number_wait
                        where guardian_id = :guardian and ends_at > :now
                        """)
                .param("guardian", guardian.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Row(
                                row.getString("phone_sealed"),
                                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                                row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    boolean remove(GuardianId guardian) {
        return jdbc.sql("delete from identity.number_wait where guardian_id = :guardian")
                        .param("guardian", guardian.value())
                        .update()
                > 0;
    }

    void removeEnded(GuardianId guardian, Instant now) {
        jdbc.sql(
                        """
                        delete from identity.number_wait
                        where guardian_id = :guardian and ends_at <= :now
                        """)
                .param("guardian", guardian.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Removes changes, at most so many at a time, that nobody finished; returns how many. */
    int sweep(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from identity.number_wait
                        where guardian_id in (
                            select guardian_id from identity.number_wait
                            where ends_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
