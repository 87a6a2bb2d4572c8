package org.jiaxue.statistics.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts that roll-ups have yet to follow. */
@Component
class FoldStore {

    private final JdbcClient jdbc;

    FoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A fact that was just marked.
     *
     * @param come whether it counts from now on; otherwise it was taken back and counts no longer
     */
    record Marked(GuardianId guardian, Day day, boolean come) {}

    /** Whether nobody else changes roll-ups, to the end of the transaction; does not wait. */
    boolean tryAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('statistics.folding'))")
                .query(Boolean.class)
                .single();
    }

    /** From here to the end of the transaction nobody else changes roll-ups. */
    void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('statistics.folding'))")
                .query((_, _) -> 1)
                .list();
    }

    /**
     * Marks what the roll-ups have yet to follow of the weeks after one, up to another.
     *
     * @param most how many facts at most
     */
    List<Marked> mark(LocalDate after, LocalDate upTo, int most) {
        return jdbc.sql(
                        """
                        with next as (
                            select ctid as place from statistics.fact
                            where counted = revoked and week > :after and week <= :upTo
                            order by week, division, day
                            limit :most
                            for no key update)
                        update statistics.fact f set counted = not f.counted
                        from next where f.ctid = next.place
                        returning f.guardian_id, f.kind, f.day, f.division,
                                  coalesce(f.stage, '') as stage, f.counted
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .param("most", most)
                .query((row, _) -> marked(row))
                .list();
    }

    /** As {@link #mark(LocalDate, LocalDate, int)}, all that there is of one guardian. */
    List<Marked> mark(GuardianId guardian, LocalDate after) {
        return jdbc.sql(
                        """
                        update statistics.fact set counted = not counted
                        where guardian_id = :guardian and counted = revoked and week > :after
                        returning guardian_id, kind, day, division,
                                  coalesce(stage, '') as stage, counted
                        """)
                .param("guardian", guardian.value())
                .param("after", after)
                .query((row, _) -> marked(row))
                .list();
    }

    /** Waits for certificates of a week that are just being withdrawn. */
    void awaitWithdrawals(LocalDate week) {
        jdbc.sql(
                        """
                        select count(*) from (
                            select from statistics.fact
                            where week = :week and kind = 'credential-issued' and counted
                            for share) as settled
                        """)
                .param("week", week)
                .query(Long.class)
                .single();
    }

    /** A guardian among the facts of a row. */
    record Standing(GuardianId guardian, Day day) {}

    /** Where guardians have facts that count. */
    Set<Standing> counted(Collection<GuardianId> guardians) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct guardian_id, kind, day, division,
                                       coalesce(stage, '') as stage
                                from statistics.fact
                                where guardian_id = any (:guardians) and counted
                                """)
                        .param(
                                "guardians",
                                guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                        .query((row, _) -> new Standing(guardian(row), day(row)))
                        .list());
    }

    private static Marked marked(ResultSet row) throws SQLException {
        return new Marked(guardian(row), day(row), row.getBoolean("counted"));
    }

    private static GuardianId guardian(ResultSet row) throws SQLException {
        return new GuardianId(row.getObject("guardian_id", UUID.class));
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getString("division"),
                row.getObject("day", LocalDate.class),
                row.getString("stage"),
                row.getString("kind"));
    }
}
