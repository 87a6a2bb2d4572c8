package org.jiaxue.identity.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says whose erasure was asked for and has not come to its end. */
@Component
public class Leaving {

    private final JdbcClient jdbc;

    Leaving(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these guardians. */
    public Set<GuardianId> among(Collection<GuardianId> guardians) {
        Set<GuardianId> leaving = new HashSet<>();
        jdbc.sql(
                        """
                        select guardian_id from identity.erasure
                        where guardian_id = any(:guardians) and done_at is null
                        """)
                .param("guardians", guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                .query(row -> {
                    leaving.add(new GuardianId(row.getObject("guardian_id", UUID.class)));
                });
        return leaving;
    }
}
