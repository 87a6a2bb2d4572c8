package org.jiaxue.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jiaxue.Overlapping;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.database.TestDatabase;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.coverage.Completions;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction holds the first of many guardians; another writes for all of them, told last
 * first. If it took any before the first, the one that holds the first could not have it then.
 */
@RoomTest
@Import(ToldClock.InTheHouse.class)
class LockOrderTests {

    private static int phones;

    @Autowired ToldClock clock;
    @Autowired People people;
    @Autowired Catalogue catalogue;
    @Autowired Learning learning;
    @Autowired CoverageStore coverage;
    @Autowired Completions completions;
    @Autowired Recorder recorder;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private final List<GuardianId> lastFirst = new ArrayList<>();
    private LessonId lesson;

    @BeforeEach
    void twentyGuardiansPlay() {
        clock.set(Instant.parse("2026-09-01T12:00:00Z"));
        lesson = catalogue.courses().getFirst().lessons().getFirst();
        for (int i = 0; i < 20; i++) {
            GuardianId id =
                    people.register(new Phone("130%08d".formatted(++phones)), "", "330102001");
            people.giveConsent(id, Purpose.RECORDS);
            learning.play(id, UUID.randomUUID(), lesson);
            lastFirst.add(id);
        }
        // The database compares the bytes, which read as text is the same order.
        lastFirst.sort(Comparator.comparing((GuardianId id) -> id.value().toString()).reversed());
    }

    @Test
    void two_groups_that_write_coverage_in_opposite_order_do_not_deadlock() throws Exception {
        List<CoverageRow> rows = lastFirst.stream().map(this::row).toList();

        int written =
                opposed(
                        () -> coverage.write(List.of(rows.getLast())).size(),
                        () -> coverage.write(List.of(rows.getFirst())).size(),
                        () -> coverage.write(rows).size());

        assertThat(written).as("all but the two written in between").isEqualTo(rows.size() - 2);
    }

    @Test
    void a_group_of_answers_and_one_of_beats_in_opposite_order_do_not_deadlock() throws Exception {
        List<CoverageRow> rows = lastFirst.stream().map(this::row).toList();
        List<Completions.Of> asked =
                lastFirst.stream().map(id -> new Completions.Of(id, lesson)).toList();

        int completed =
                opposed(
                        () -> coverage.write(List.of(rows.getLast())).size(),
                        () -> coverage.write(List.of(rows.getFirst())).size(),
                        () -> completions.untilCommit(asked).size());

        assertThat(completed).isZero();
    }

    @Test
    void two_groups_that_tell_events_in_opposite_order_do_not_deadlock() throws Exception {
        UUID cause = UUID.randomUUID();
        List<Fact> all = lastFirst.stream().map(id -> fact(id, cause)).toList();

        int added =
                opposed(
                        () -> told(List.of(all.getLast())),
                        () -> told(List.of(all.getFirst())),
                        () -> told(all));

        assertThat(added).as("all but the two told in between").isEqualTo(all.size() - 2);
    }

    /**
     * Takes the first, waits until the writer for everybody waits for it, and takes the last. Not
     * on a cluster, which writes to several shards at once: the order holds in each of them, and
     * the cluster ends one of two that wait for each other.
     */
    private int opposed(IntSupplier first, IntSupplier last, IntSupplier everybody)
            throws Exception {
        assumeThat(TestDatabase.isCluster(jdbc)).as("rows of a cluster lie apart").isFalse();
        var both =
                new Overlapping(transaction, jdbc)
                        .run(
                                first::getAsInt,
                                () -> transaction.<Integer>execute(_ -> everybody.getAsInt()),
                                () -> assertThat(last.getAsInt()).isEqualTo(1));
        assertThat(both.first()).isEqualTo(1);
        return both.second();
    }

    private CoverageRow row(GuardianId id) {
        return coverage.find(id, lesson).orElseThrow();
    }

    private int told(List<Fact> facts) {
        return recorder.record(facts, clock.now()).events().size();
    }

    private Fact fact(GuardianId id, UUID cause) {
        Subject subject = new Subject(new Words("一课", "A lesson"), Stage.PRIMARY, null);
        return new Fact(id, EventKind.ACTIVITY_ATTENDED, cause, clock.now(), subject);
    }
}
