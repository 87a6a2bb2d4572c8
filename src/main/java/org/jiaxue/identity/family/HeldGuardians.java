package org.jiaxue.identity.family;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds many guardians' rows at once, so that nothing is written behind anybody's back. */
@Component
class HeldGuardians {

    private final JdbcClient jdbc;

    HeldGuardians(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds these rows against a withdrawal and an erasure until the caller's transaction ends,
     * taken in the order of their ids, with one question for all.
     *
     * @return whether each may be recorded; who is not here is left out
     */
    Map<GuardianId, Boolean> hold(Collection<GuardianId> ids) {
        Map<GuardianId, Boolean> held = new HashMap<>();
        if (ids.isEmpty()) {
            return held;
        }
        jdbc.sql("select guardian_id, may_record from identity.hold_guardians(:ids::uuid[])")
                .param("ids", ids.stream().map(GuardianId::value).toArray(UUID[]::new))
                .query(row -> {
                    held.put(
                            new GuardianId(row.getObject("guardian_id", UUID.class)),
                            row.getBoolean("may_record"));
                });
        return held;
    }
}
