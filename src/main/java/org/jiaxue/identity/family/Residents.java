package org.jiaxue.identity.family;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of many guardians lives in a division, and may be recorded. */
@Component
public class Residents {

    private final JdbcClient jdbc;

    Residents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether each may be recorded; who is unknown or lives elsewhere is left out. */
    public Map<GuardianId, Boolean> recorded(String division, Collection<GuardianId> ids) {
        Map<GuardianId, Boolean> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        """
                        select guardian_id, may_record from identity.guardian
                        where guardian_id = any(:ids::uuid[])
                          and left(division, length(:division)) = :division
                        """)
                .param("ids", ids.stream().map(GuardianId::value).toArray(UUID[]::new))
                .param("division", division)
                .query(row -> {
                    found.put(
                            new GuardianId(row.getObject("guardian_id", UUID.class)),
                            row.getBoolean("may_record"));
                });
        return found;
    }
}
