package org.jiaxue.points.simulation;

import java.util.List;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements by which guardians are gone through. */
@Component
class SimulationStore {

    private final JdbcClient jdbc;

    SimulationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many guardians have an account. */
    long guardians() {
        return jdbc.sql("select count(*) from points.account").query(Long.class).single();
    }

    /** The guardians that come next, in order. */
    List<GuardianId> next(GuardianId after, int most) {
        return jdbc.sql(
                        """
                        select guardian_id
                        from points.account
                        where guardian_id > :after
                        order by guardian_id
                        limit :most
                        """)
                .param("after", after.value())
                .param("most", most)
                .query((row, _) -> new GuardianId(row.getObject(1, UUID.class)))
                .list();
    }
}
