package org.jiaxue.identity.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which accounts are to be erased, and removes what this room keeps of them. */
@Component
class ErasureStore {

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for everybody who writes about the guardian; false when there is no such row. */
    boolean lock(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select true from identity.guardian where guardian_id = :id for update
                        """)
                .param("id", guardian.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void record(GuardianId guardian, Instant at) {
        jdbc.sql(
                        """
                        insert into identity.erasure (guardian_id, asked_at) values (:id, :at)
                        on conflict (guardian_id) do nothing
                        """)
                .param("id", guardian.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Removes the guardian with children, consents and phones; tokens and codes go elsewhere. */
    void remove(GuardianId guardian, String phoneHash) {
        UUID id = guardian.value();
        jdbc.sql("select identity.erase_consents(:id)").param("id", id).query((_, _) -> 1).list();
        jdbc.sql("delete from identity.child where guardian_id = :id").param("id", id).update();
        jdbc.sql("delete from identity.number_wait where guardian_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from identity.phone where phone_hash = :hash and guardian_id = :id")
                .param("hash", phoneHash)
                .param("id", id)
                .update();
        jdbc.sql("delete from identity.guardian where guardian_id = :id").param("id", id).update();
    }

    void done(GuardianId guardian, Instant at) {
        jdbc.sql(
                        """
                        update identity.erasure set done_at = :at
                        where guardian_id = :id and done_at is null
                        """)
                .param("id", guardian.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Erasures that were asked for and are not done, the oldest first. */
    List<GuardianId> undone(int most) {
        return jdbc
                .sql(
                        """
                        select guardian_id from identity.erasure
                        where done_at is null
                        order by asked_at
                        limit :most
                        """)
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(GuardianId::new)
                .toList();
    }

    /** Removes the last lines of the log about those who were erased before. */
    void forget(Instant before) {
        jdbc.sql("select identity.forget_erased(:before)")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((_, _) -> 1)
                .list();
    }
}
