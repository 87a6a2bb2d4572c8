package org.jiaxue.points.rerun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements by which runs are shown. */
@Component
class ShownRunStore {

    /** Runs, with what the parts have come to that are still being worked at. */
    private static final String RUNS =
            """
            select r.rerun_id, r.owner, r.first_day, r.last_day, r.state, r.asked_by, r.rule_set,
                   r.asked_at, r.ended_at, r.guardians,
                   r.done + coalesce(s.guardians, 0) as done,
                   r.events + coalesce(s.events, 0) as events,
                   r.unfit + coalesce(s.unfit, 0) as unfit, r.unchanged, r.risen,
                   r.failed + coalesce(s.failed, 0) as failed
            from points.rerun r
            cross join lateral (
                select sum(p.guardians) as guardians, sum(p.events) as events,
                       sum(p.unfit) as unfit, sum(p.failed) as failed
                from points.rerun_slice p
                where p.rerun_id = r.rerun_id
            ) s
            """;

    private final JdbcClient jdbc;

    ShownRunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who is at work at a run.
     *
     * @param hands how many parts are in somebody's hands; one who was stopped holds theirs for
     *     {@link RerunStore#HELD} more
     * @param last when the last step was taken or written; null before the first
     */
    record AtWork(int hands, @Nullable Instant last) {}

    /** Runs, the latest first. */
    List<Rerun> latest(int most) {
        return jdbc.sql(RUNS + "order by r.asked_at desc limit :most")
                .param("most", most)
                .query((row, _) -> rerun(row))
                .list();
    }

    Optional<Rerun> find(UUID run) {
        return jdbc.sql(RUNS + "where r.rerun_id = :run")
                .param("run", run)
                .query((row, _) -> rerun(row))
                .optional();
    }

    /** Who is at work at a run that is running. */
    AtWork atWork(UUID run) {
        return jdbc.sql(
                        """
                        select count(*) filter (
                                   where not done and held_until > clock_timestamp()) as hands,
                               max(held_until) - :held * interval '1 second' as last_step
                        from points.rerun_slice
                        where rerun_id = :run
                        """)
                .param("run", run)
                .param("held", RerunStore.HELD.toSeconds())
                .query((row, _) -> new AtWork(row.getInt("hands"), instant(row, "last_step")))
                .single();
    }

    private static Rerun rerun(ResultSet row) throws SQLException {
        UUID askedBy = row.getObject("asked_by", UUID.class);
        return new Rerun(
                row.getObject("rerun_id", UUID.class),
                Owner.ofKey(row.getString("owner")).orElseThrow(),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Rerun.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                askedBy == null ? null : new StaffId(askedBy),
                row.getString("rule_set"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getLong("guardians"),
                row.getLong("done"),
                row.getLong("events"),
                row.getLong("unfit"),
                row.getLong("unchanged"),
                row.getLong("risen"),
                row.getLong("failed"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
