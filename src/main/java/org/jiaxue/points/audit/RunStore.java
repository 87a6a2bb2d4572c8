package org.jiaxue.points.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.LedgerCheck.Checked;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how far a check has come and what it found. */
@Repository
class RunStore {

    /** How long one statement of a check may work. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(25);

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A check.
     *
     * @param night the day in whose small hours it was due
     * @param upTo the last guardian whose ledger was checked; none at the beginning
     */
    record Run(
            UUID id,
            LocalDate night,
            @Nullable UUID upTo,
            long accounts,
            long entries,
            long findings) {}

    /** From here on the transaction's statements may take longer than serving does. */
    void takeLonger() {
        jdbc.sql("select set_config('statement_timeout', :longest, true)")
                .param("longest", LONGEST_STATEMENT.toMillis() + "ms")
                .query((row, _) -> true)
                .single();
    }

    /**
     * The check that has not come to its end, held to the end of the transaction: a node that was
     * taken for dead and is not goes on after the one that took it over, and counts nothing twice.
     */
    Optional<Run> open() {
        return jdbc.sql(
                        """
                        select run_id, night, upto, accounts, entries, findings
                        from points.audit_run
                        where finished_at is null
                        order by night desc limit 1
                        for update
                        """)
                .query((row, _) -> run(row))
                .optional();
    }

    /** The night of the newest check, whether it has come to its end or not. */
    Optional<LocalDate> newest() {
        return jdbc.sql("select night from points.audit_run order by night desc limit 1")
                .query(LocalDate.class)
                .optional();
    }

    /** Begins a night's check; empty where another process did at the same moment. */
    Optional<Run> begin(UUID id, LocalDate night, Instant now) {
        int begun =
                jdbc.sql(
                                """
                                insert into points.audit_run (run_id, night, begun_at)
                                values (:id, :night, :now)
                                on conflict (night) do nothing
                                """)
                        .param("id", id)
                        .param("night", night)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update();
        return begun == 0 ? Optional.empty() : Optional.of(new Run(id, night, null, 0, 0, 0));
    }

    /** Says how far a check has come, and that it has come to its end where it has. */
    void advance(Run run, @Nullable Instant finished) {
        jdbc.sql(
                        """
                        update points.audit_run
                        set upto = :upTo, accounts = :accounts, entries = :entries,
                            findings = :findings, finished_at = cast(:finished as timestamptz)
                        where run_id = :id
                        """)
                .param("id", run.id())
                .param("upTo", run.upTo())
                .param("accounts", run.accounts())
                .param("entries", run.entries())
                .param("findings", run.findings())
                .param("finished", finished == null ? null : finished.toString())
                .update();
    }

    /** Keeps a finding under its number within the check. */
    void keep(Run run, long number, Finding finding) {
        jdbc.sql(
                        """
                        insert into points.audit_finding (
                            guardian_id, run_id, number, fault, entry_id, event_id, says, sum)
                        values (:guardian, :run, :number, :fault, :entry, :event, :says, :sum)
                        """)
                .param("guardian", finding.guardian().value())
                .param("run", run.id())
                .param("number", number)
                .param("fault", finding.fault().slug())
                .param("entry", finding.entry())
                .param("event", finding.event())
                .param("says", finding.says())
                .param("sum", finding.sum())
                .update();
    }

    /** Forgets the findings of checks before one night, and the checks before another. */
    void forget(LocalDate findings, LocalDate runs) {
        jdbc.sql(
                        """
                        delete from points.audit_finding f
                        using points.audit_run r
                        where r.run_id = f.run_id and r.night < :findings
                        """)
                .param("findings", findings)
                .update();
        jdbc.sql("delete from points.audit_run where night < :runs").param("runs", runs).update();
    }

    /** The newest checks that came to their end. */
    List<Ended> ended(int most) {
        return jdbc.sql(
                        """
                        select run_id, night, finished_at, accounts, entries, findings
                        from points.audit_run
                        where finished_at is not null
                        order by night desc limit :most
                        """)
                .param("most", most)
                .query((row, _) ->
                        new Ended(
                                row.getObject("run_id", UUID.class),
                                row.getObject("night", LocalDate.class),
                                new Checked(
                                        row.getObject("finished_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getLong("accounts"),
                                        row.getLong("entries"),
                                        row.getLong("findings"))))
                .list();
    }

    record Ended(UUID id, LocalDate night, Checked checked) {}

    /** What is kept of a check's findings, in the order in which they were found. */
    List<Finding> findings(UUID run) {
        return jdbc.sql(
                        """
                        select guardian_id, fault, entry_id, event_id, says, sum
                        from points.audit_finding
                        where run_id = :run
                        order by number
                        """)
                .param("run", run)
                .query((row, _) -> finding(row))
                .list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Fault.ofSlug(row.getString("fault")),
                new GuardianId(row.getObject("guardian_id", UUID.class)),
                row.getObject("entry_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("says", Long.class),
                row.getObject("sum", Long.class));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getObject("run_id", UUID.class),
                row.getObject("night", LocalDate.class),
                row.getObject("upto", UUID.class),
                row.getLong("accounts"),
                row.getLong("entries"),
                row.getLong("findings"));
    }
}
