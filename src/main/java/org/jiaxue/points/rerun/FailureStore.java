package org.jiaxue.points.rerun;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of why runs could not compute ledgers. */
@Component
class FailureStore {

    private final JdbcClient jdbc;

    FailureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one guardian more under a reason. */
    void add(UUID run, String reason) {
        jdbc.sql(
                        """
                        insert into points.rerun_failure as f (
                            rerun_id, reason, first_at, guardians)
                        values (:run, :reason, clock_timestamp(), 1)
                        on conflict (rerun_id, reason) do update
                        set guardians = f.guardians + 1
                        """)
                .param("run", run)
                .param("reason", reason)
                .update();
    }

    /** The reasons that came first. */
    List<Rerun.Failure> first(UUID run, int most) {
        return jdbc.sql(
                        """
                        select reason, guardians
                        from points.rerun_failure
                        where rerun_id = :run
                        order by first_at, reason
                        limit :most
                        """)
                .param("run", run)
                .param("most", most)
                .query((row, _) -> new Rerun.Failure(row.getString(1), row.getLong(2)))
                .list();
    }
}
