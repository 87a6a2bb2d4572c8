package org.jiaxue.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jiaxue.archive.Archiving.Written;
import org.jiaxue.database.TestDatabase;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for whom while months go and come. */
class LocksTests extends AtTheArchive {

    private final ExecutorService beside = Executors.newCachedThreadPool();

    @BeforeEach
    void on_one_server() {
        assumeThat(TestDatabase.isCluster(jdbc)).as("rows of a cluster lie apart").isFalse();
    }

    @AfterEach
    void done() {
        beside.shutdownNow();
    }

    /** The month waits for its writer; who reads another month's files waits for neither. */
    @Test
    void a_month_that_waits_for_its_writers_keeps_nobody_from_other_months() throws Exception {
        GuardianId writer = guardian();
        GuardianId reader = guardian();
        learn(writer, 1, "2026-03-10T20:00");
        parts(FEBRUARY);
        learn(reader, 1, "2026-02-10T20:00");
        archiving.before(MARCH, _ -> {});
        try (Owner owner = archiving.owner()) {
            Written written = archiving.write(owner, entries(), MARCH);
            Future<Boolean> settled =
                    transactions.execute(_ -> {
                        learn(writer, 1, "2026-03-20T20:00");
                        Future<Boolean> going =
                                start(() -> archiving.settle(owner, entries(), written));
                        comesToWait("ShareLock", "relation");

                        assertThat(points.entries(reader, null, 10).entries()).hasSize(1);
                        learn(reader, 1, "2026-02-10T21:00");
                        return going;
                    });

            assertThat(get(settled)).isFalse();
        }
        assertThat(archives.of(reader)).isEmpty();
        assertThat(rows(writer)).hasSize(4);
        assertThat(archiving.before(APRIL, _ -> {})).isEqualTo(2);
        points.audit(reader);
    }

    /** Who asked while the part was being made finds there what it was made of. */
    @Test
    void nothing_is_missing_for_who_reads_while_a_month_gets_its_part() throws Exception {
        GuardianId guardian = guardian();
        learn(guardian, 1, "1998-11-10T20:00");

        List<Future<Integer>> read =
                transactions.execute(_ -> {
                    parts(YearMonth.of(1998, 11));
                    List<Future<Integer>> reading =
                            List.of(
                                    start(() ->
                                            points.entries(guardian, null, 10).entries().size()),
                                    start(() -> events(guardian)));
                    comesToWait("AccessShareLock", "relation", 2);
                    return reading;
                });

        assertThat(get(read.getFirst())).isEqualTo(1);
        assertThat(get(read.getLast())).isEqualTo(1);
    }

    private int events(GuardianId guardian) {
        return jdbc.sql("select count(*) from learning.event where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }

    /** It asks for a moment alone again and again, and lets those go on that came meanwhile. */
    @Test
    void a_month_goes_when_those_who_read_files_have_read() throws Exception {
        GuardianId guardian = guardian();
        parts(FEBRUARY);
        learn(guardian, 1, "2026-02-10T20:00");
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(MARCH, _ -> {});
        try (Owner owner = archiving.owner()) {
            Written written = archiving.write(owner, entries(), MARCH);
            Future<Boolean> settled =
                    transactions.execute(status -> {
                        status.setRollbackOnly();
                        months.bring(guardian, "points.entry", FEBRUARY);
                        Future<Boolean> going =
                                start(() -> archiving.settle(owner, entries(), written));
                        comesToWait("ExclusiveLock", "advisory");

                        assertThat(points.entries(guardian, null, 10).entries()).hasSize(2);
                        assertThat(going).isNotDone();
                        return going;
                    });

            assertThat(get(settled)).isTrue();
        }
        assertThat(archives.of(guardian)).containsExactly(MARCH, FEBRUARY);
    }

    @Test
    void a_month_stays_where_somebody_does_not_end() throws Exception {
        GuardianId guardian = guardian();
        parts(FEBRUARY);
        learn(guardian, 1, "2026-02-10T20:00");
        learn(guardian, 1, "2026-03-10T20:00");
        archiving.before(MARCH, _ -> {});

        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            months.bring(guardian, "points.entry", FEBRUARY);
            Future<Integer> going = start(() -> archiving.before(APRIL, _ -> {}));
            assertThatThrownBy(() -> get(going)).cause().satisfies(refused("archive.problem.busy"));
        });

        assertThat(rows(guardian)).hasSize(2);
        assertThat(directory("points.entry", MARCH)).doesNotExist();
    }

    /** The erasure gives its file another name, which whoever brings it back must not miss. */
    @Test
    void a_month_comes_back_though_somebody_is_erased_from_it_meanwhile() throws Exception {
        GuardianId gone = guardian();
        GuardianId other = guardian();
        learn(gone, 1, "2026-03-10T20:00");
        learn(other, 1, "2026-03-10T20:00");
        List<String> others = rows(other);
        archiving.before(APRIL, _ -> {});

        Future<Boolean> back =
                transactions.execute(_ -> {
                    store.forget("learning.event");
                    Future<Boolean> coming = start(() -> archives.bringBackMonth(MARCH));
                    comesToWait("ShareLock", "advisory");
                    erase(gone, "learning");
                    return coming;
                });

        assertThat(get(back)).isTrue();
        assertThat(rows(other)).isEqualTo(others);
        assertThat(rows(gone)).hasSize(1);
        erase(gone, "points");
    }

    @Test
    void a_month_that_two_bring_back_at_once_is_back_for_both() throws Exception {
        GuardianId guardian = guardian();
        learn(guardian, 3, "2026-03-10T20:00");
        List<String> before = rows(guardian);
        archiving.before(APRIL, _ -> {});

        Future<Boolean> other =
                transactions.execute(_ -> {
                    store.change("learning.event", MARCH);
                    Future<Boolean> coming = start(() -> archives.bringBackMonth(MARCH));
                    comesToWait("ExclusiveLock", "advisory");
                    assertThat(archives.bringBackAfter(events(), MARCH, "")).isPresent();
                    assertThat(archives.bringBackAfter(entries(), MARCH, "")).isPresent();
                    store.remove("learning.event", MARCH);
                    return coming;
                });

        assertThat(get(other)).isTrue();
        assertThat(rows(guardian)).isEqualTo(before);
        assertThat(store.all()).noneMatch(it -> it.month().equals(MARCH));
        assertThat(archives.of(new GuardianId(Ids.next()))).isEmpty();
    }

    private <T> Future<T> start(Callable<T> work) {
        return beside.submit(work);
    }

    private static <T> T get(Future<T> ended) throws Exception {
        return ended.get(60, TimeUnit.SECONDS);
    }

    /** Until somebody in this database waits for such a lock. */
    private void comesToWait(String mode, String kind) {
        comesToWait(mode, kind, 1);
    }

    private void comesToWait(String mode, String kind, int many) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> waiting(mode, kind) >= many);
    }

    private int waiting(String mode, String kind) {
        return jdbc.sql(
                        """
                        select count(*)
                        from pg_locks l
                        join pg_database d on d.oid = l.database
                        where d.datname = current_database() and not l.granted
                          and l.mode = :mode and l.locktype = :kind
                        """)
                .param("mode", mode)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
