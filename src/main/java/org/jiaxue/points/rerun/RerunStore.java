package org.jiaxue.points.rerun;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of runs, of their slices and of what came of them. */
@Component
class RerunStore {

    /** How long a slice is somebody's who says nothing more. */
    static final Duration HELD = Duration.ofSeconds(60);

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    RerunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A part of a run that somebody works at, and the guardian up to whom it is done. */
    record Part(UUID run, int slice, GuardianId cursor, GuardianId upTo) {}

    /** Begins a run; answers false where one is running or this one was begun before. */
    boolean begin(UUID run, Scope scope, @Nullable UUID askedBy, @Nullable String ruleSet) {
        return jdbc.sql(
                                """
                                insert into points.rerun (
                                    rerun_id, owner, first_day, last_day, state, asked_by, rule_set,
                                    asked_at, guardians)
                                select :run, :owner, :first, :last, 'running', :askedBy, :ruleSet,
                                       clock_timestamp(), count(*)
                                from points.account
                                on conflict do nothing
                                """)
                        .param("run", run)
                        .param("owner", scope.owner().key())
                        .param("first", scope.first())
                        .param("last", scope.last())
                        .param("askedBy", askedBy)
                        .param("ruleSet", ruleSet)
                        .update()
                == 1;
    }

    /** Cuts a run into slices that hold about as many guardians each. */
    void cut(UUID run, int slices) {
        long guardians =
                jdbc.sql("select guardians from points.rerun where rerun_id = :run")
                        .param("run", run)
                        .query(Long.class)
                        .single();
        UUID after = FIRST;
        for (int slice = 0; slice < slices; slice++) {
            UUID upTo =
                    slice == slices - 1 ? LAST : at(guardians * (slice + 1) / slices).orElse(LAST);
            if (!upTo.equals(after)) {
                insertSlice(run, slice, after, upTo);
            }
            after = upTo;
        }
    }

    private Optional<UUID> at(long number) {
        return jdbc.sql(
                        """
                        select guardian_id from points.account
                        order by guardian_id offset :number limit 1
                        """)
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    private void insertSlice(UUID run, int slice, UUID after, UUID upTo) {
        jdbc.sql(
                        """
                        insert into points.rerun_slice (rerun_id, slice, cursor, up_to)
                        values (:run, :slice, :after, :upTo)
                        """)
                .param("run", run)
                .param("slice", slice)
                .param("after", after)
                .param("upTo", upTo)
                .update();
    }

    /** Takes a part that nobody works at; empty where there is none. */
    Optional<Part> take(UUID run, UUID worker) {
        return jdbc.sql(
                        """
                        update points.rerun_slice s
                        set held_by = :worker,
                            held_until = clock_timestamp() + :held * interval '1 second'
                        from (
                            select p.rerun_id, p.slice
                            from points.rerun_slice p
                            join points.rerun r
                              on r.rerun_id = p.rerun_id and r.state = 'running'
                            where p.rerun_id = :run and not p.done
                              and (p.held_until is null or p.held_until < clock_timestamp())
                            order by p.slice
                            limit 1
                        ) free
                        where s.rerun_id = free.rerun_id and s.slice = free.slice
                          and (s.held_until is null or s.held_until < clock_timestamp())
                        returning s.rerun_id, s.slice, s.cursor, s.up_to
                        """)
                .param("run", run)
                .param("worker", worker)
                .param("held", HELD.toSeconds())
                .query((row, _) ->
                        new Part(
                                row.getObject(1, UUID.class),
                                row.getInt(2),
                                new GuardianId(row.getObject(3, UUID.class)),
                                new GuardianId(row.getObject(4, UUID.class))))
                .optional();
    }

    /** Whether parts are left that are not done, whoever works at them. */
    boolean unfinished(UUID run) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from points.rerun_slice
                            where rerun_id = :run and not done)
                        """)
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    /**
     * Moves a part on and keeps holding it; answers false where it is no longer this worker's or
     * its run was cancelled, and then nothing may be written.
     */
    boolean advance(Part part, UUID worker, GuardianId cursor, Looked looked) {
        return jdbc.sql(
                                """
                                update points.rerun_slice s
                                set cursor = :cursor,
                                    done = :cursor = s.up_to,
                                    held_until = clock_timestamp() + :held * interval '1 second',
                                    guardians = s.guardians + :guardians,
                                    events = s.events + :events,
                                    unfit = s.unfit + :unfit,
                                    unchanged = s.unchanged + :unchanged,
                                    risen = s.risen + :risen,
                                    failed = s.failed + :failed
                                from points.rerun r
                                where s.rerun_id = :run and s.slice = :slice
                                  and s.held_by = :worker and s.cursor = :seen
                                  and r.rerun_id = s.rerun_id and r.state = 'running'
                                """)
                        .param("run", part.run())
                        .param("slice", part.slice())
                        .param("worker", worker)
                        .param("seen", part.cursor().value())
                        .param("cursor", cursor.value())
                        .param("held", HELD.toSeconds())
                        .param("guardians", looked.guardians())
                        .param("events", looked.events())
                        .param("unfit", looked.unfit())
                        .param("unchanged", looked.unchanged())
                        .param("risen", looked.risen())
                        .param("failed", looked.failed())
                        .update()
                == 1;
    }

    /** What was looked at in a step, as {@link Rerun} says. */
    record Looked(
            long guardians, long events, long unfit, long unchanged, long risen, long failed) {

        /** One ledger that could not be computed. */
        static final Looked LEFT_OUT = new Looked(1, 0, 0, 0, 0, 1);
    }

    /** Ends a run that is running, with what its parts have counted; answers whether it was. */
    boolean end(UUID run, Rerun.State state) {
        return jdbc.sql(
                                """
                                update points.rerun r
                                set state = :state, ended_at = clock_timestamp(),
                                    done = counted.guardians, events = counted.events,
                                    unfit = counted.unfit, unchanged = counted.unchanged,
                                    risen = counted.risen, failed = counted.failed
                                from (
                                    select coalesce(sum(guardians), 0) as guardians,
                                           coalesce(sum(events), 0) as events,
                                           coalesce(sum(unfit), 0) as unfit,
                                           coalesce(sum(unchanged), 0) as unchanged,
                                           coalesce(sum(risen), 0) as risen,
                                           coalesce(sum(failed), 0) as failed
                                    from points.rerun_slice
                                    where rerun_id = :run
                                ) counted
                                where r.rerun_id = :run and r.state = 'running'
                                """)
                        .param("run", run)
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .update()
                == 1;
    }

    /** Forgets the parts of a run that has ended, which name guardians. */
    void forgetParts(UUID run) {
        jdbc.sql("delete from points.rerun_slice where rerun_id = :run").param("run", run).update();
    }

    /** The run that is running, and what it goes through. */
    record Running(UUID run, Scope scope) {}

    Optional<Running> running() {
        return jdbc.sql(
                        """
                        select rerun_id, owner, first_day, last_day
                        from points.rerun
                        where state = 'running'
                        """)
                .query((row, _) ->
                        new Running(
                                row.getObject(1, UUID.class),
                                new Scope(
                                        Owner.ofKey(row.getString(2)).orElseThrow(),
                                        row.getObject(3, LocalDate.class),
                                        row.getObject(4, LocalDate.class))))
                .optional();
    }
}
