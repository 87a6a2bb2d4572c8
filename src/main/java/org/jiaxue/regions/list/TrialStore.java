package org.jiaxue.regions.list;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists that were looked at and wait to be confirmed, each for who brought it. */
@Component
class TrialStore {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int MOST_A_HEAD = 5;

    private final JdbcClient jdbc;
    private final Times times;

    TrialStore(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    /**
     * A list that waits.
     *
     * @param name the file's name
     * @param state the hash of what it was compared with
     */
    record Trial(UUID id, String county, String name, String sha256, String state) {}

    /** Keeps a trial; the oldest beyond five of one head are swept away. */
    UUID put(StaffId staff, Trial trial, byte[] bytes) {
        jdbc.sql(
                        """
                        delete from regions.school_list_trial
                        where trial_id in (
                            select trial_id from regions.school_list_trial
                            where staff_id = :staff
                            order by tried_at desc, trial_id desc offset :most)
                        """)
                .param("staff", staff.value())
                .param("most", MOST_A_HEAD - 1)
                .update();
        jdbc.sql(
                        """
                        insert into regions.school_list_trial
                            (trial_id, staff_id, county, name, bytes, sha256, state, tried_at)
                        values (:id, :staff, :county, :name, :bytes, :sha256, :state, :at)
                        """)
                .param("id", trial.id())
                .param("staff", staff.value())
                .param("county", trial.county())
                .param("name", trial.name())
                .param("bytes", bytes)
                .param("sha256", trial.sha256())
                .param("state", trial.state())
                .param("at", times.now().atOffset(ZoneOffset.UTC))
                .update();
        return trial.id();
    }

    /** Removes what nobody confirmed within a day. */
    void sweep() {
        jdbc.sql("delete from regions.school_list_trial where tried_at < :before")
                .param("before", times.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Trial> find(StaffId staff, UUID id) {
        return jdbc.sql(
                        """
                        select trial_id, county, name, sha256, state
                        from regions.school_list_trial
                        where trial_id = :id and staff_id = :staff
                        """)
                .param("id", id)
                .param("staff", staff.value())
                .query((row, _) ->
                        new Trial(
                                row.getObject("trial_id", UUID.class),
                                row.getString("county"),
                                row.getString("name"),
                                row.getString("sha256"),
                                row.getString("state")))
                .optional();
    }

    /** The file of a trial, as it was brought. */
    byte[] file(Trial trial) {
        return jdbc.sql("select bytes from regions.school_list_trial where trial_id = :id")
                .param("id", trial.id())
                .query((row, _) -> row.getBytes("bytes"))
                .single();
    }

    void drop(UUID id) {
        jdbc.sql("delete from regions.school_list_trial where trial_id = :id")
                .param("id", id)
                .update();
    }
}
