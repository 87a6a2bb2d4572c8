package org.jiaxue.learning.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.database.TestDatabase;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.IndexOrder;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class EventHistoryTests {

    private static final Instant SEPTEMBER = Instant.parse("2026-08-31T16:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2027-01-31T16:00:00Z");
    private static final GuardianId NOBODY = guardian("00000000-0000-0000-0000-000000000000");
    private static final GuardianId FIRST = guardian("01900000-0000-7000-8000-00000000000a");
    private static final GuardianId SECOND = guardian("7fffffff-0000-7000-8000-00000000000b");

    /** Java's own order of ids would have this one first: its first bit is that of the sign. */
    private static final GuardianId LAST = guardian("f0000000-0000-7000-8000-00000000000c");

    @Autowired Learning learning;
    @Autowired EventStore store;
    @Autowired Months months;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void nothingYet() {
        jdbc.sql("delete from learning.event").update();
    }

    @Test
    void events_come_by_guardian_then_by_time_then_by_id() {
        LearningEvent late = event(FIRST, 9);
        LearningEvent early = event(FIRST, 1);
        LearningEvent other = event(SECOND, 5);
        LearningEvent last = event(LAST, 3);
        LearningEvent one = event(FIRST, 4);
        LearningEvent two = event(FIRST, 4);
        keep(late, last, two, other, early, one);

        assertThat(read(NOBODY, LAST)).containsExactly(early, one, two, late, other, last);
    }

    @Test
    void the_first_guardian_is_left_out_and_the_last_is_read() {
        LearningEvent first = event(FIRST, 1);
        LearningEvent second = event(SECOND, 1);
        LearningEvent last = event(LAST, 1);
        keep(first, second, last);

        assertThat(read(NOBODY, FIRST)).containsExactly(first);
        assertThat(read(FIRST, SECOND)).containsExactly(second);
        assertThat(read(SECOND, LAST)).containsExactly(last);
        assertThat(read(LAST, LAST)).isEmpty();
    }

    @Test
    void what_occurred_from_the_first_moment_to_before_the_last_is_read() {
        LearningEvent before = at(SEPTEMBER.minusMillis(1));
        LearningEvent first = at(SEPTEMBER);
        LearningEvent last = at(FEBRUARY.minusMillis(1));
        LearningEvent after = at(FEBRUARY);
        keep(before, first, last, after);

        assertThat(read(NOBODY, LAST)).containsExactly(first, last);
    }

    @Test
    void an_event_is_read_as_it_was_kept_but_for_its_title_which_is_brought_when_asked_for() {
        LearningEvent whole =
                new LearningEvent(
                        Ids.next(),
                        FIRST,
                        EventKind.REFLECTION_ANSWERED,
                        Ids.next(),
                        SEPTEMBER,
                        new Subject(
                                new Words("早晨清单", "The morning list"),
                                Stage.PRIMARY,
                                new Ages(72, 144),
                                "routines",
                                84),
                        "330102001",
                        new Setting(Stage.JUNIOR, Ids.next()));
        keep(whole);

        List<LearningEvent> read = read(NOBODY, LAST);
        assertThat(read).containsExactly(whole.titled(Subject.UNTITLED));
        assertThat(learning.titled(read)).isEqualTo(Map.of(whole.id(), whole));
        assertThat(learning.titled(List.of())).isEmpty();
    }

    @Test
    void many_events_are_brought_bit_by_bit_and_the_reader_may_ask_meanwhile() {
        int many = EventHistory.FETCHED * 3 + 1;
        List<LearningEvent> events = Stream.generate(() -> event(FIRST, 2)).limit(many).toList();
        store.add(events, FEBRUARY);
        AtomicInteger read = new AtomicInteger();
        Set<Integer> cursors = new HashSet<>();

        transaction.executeWithoutResult(_ ->
                learning.events(
                        NOBODY,
                        LAST,
                        SEPTEMBER,
                        FEBRUARY,
                        _ -> {
                            if (read.incrementAndGet() % EventHistory.FETCHED == 1) {
                                cursors.add(
                                        jdbc.sql("select count(*) from pg_cursors")
                                                .query(Integer.class)
                                                .single());
                            }
                        }));

        assertThat(read).hasValue(many);
        assertThat(cursors).as("a cursor is open while events are read").contains(1);
    }

    /**
     * Among a handful of rows the server would rather sort them, so it is told not to: the index
     * has all that is read, in its order. What it prefers among many, PlansTests asks.
     */
    @Test
    void a_reading_goes_by_its_index_and_sorts_nothing() {
        assumeThat(TestDatabase.isCluster(jdbc)).as("plans of a cluster are others").isFalse();
        months.make(LocalDate.of(2026, 9, 1), 6);
        keep(event(FIRST, 1), event(SECOND, 1));
        String plan =
                transaction.execute(_ -> {
                    jdbc.sql("set local enable_seqscan = off").update();
                    jdbc.sql("set local enable_bitmapscan = off").update();
                    IndexOrder.untilCommit(jdbc);
                    return String.join(
                            "\n",
                            jdbc.sql("explain " + EventHistory.READING)
                                    .param("after", NOBODY.value())
                                    .param("upTo", LAST.value())
                                    .param("from", SEPTEMBER.toString())
                                    .param("to", FEBRUARY.toString())
                                    .query(String.class)
                                    .list());
                });

        assertThat(plan)
                .containsPattern("Index Only Scan using event_\\w+_by_guardian_and_time")
                .doesNotContain("Sort  (");
    }

    @Test
    void the_ids_of_all_events_of_some_guardians_are_read_whenever_they_occurred() {
        LearningEvent before = at(SEPTEMBER.minus(Duration.ofDays(400)));
        LearningEvent first = event(FIRST, 1);
        LearningEvent second = event(SECOND, 1);
        LearningEvent last = event(LAST, 1);
        keep(before, first, second, last);
        Map<UUID, GuardianId> read = new HashMap<>();

        learning.eventIds(FIRST.previous(), SECOND, (guardian, id) -> read.put(id, guardian));

        assertThat(read)
                .isEqualTo(Map.of(before.id(), FIRST, first.id(), FIRST, second.id(), SECOND));
    }

    private List<LearningEvent> read(GuardianId after, GuardianId upTo) {
        List<LearningEvent> events = new ArrayList<>();
        learning.events(after, upTo, SEPTEMBER, FEBRUARY, events::add);
        return events;
    }

    private void keep(LearningEvent... events) {
        assertThat(store.add(List.of(events), FEBRUARY)).hasSize(events.length);
    }

    private static LearningEvent event(GuardianId guardian, int hours) {
        return event(guardian, SEPTEMBER.plus(Duration.ofHours(hours)));
    }

    private static LearningEvent at(Instant at) {
        return event(FIRST, at);
    }

    private static LearningEvent event(GuardianId guardian, Instant at) {
        return new LearningEvent(
                Ids.next(),
                guardian,
                EventKind.LESSON_COMPLETED,
                Ids.next(),
                at,
                new Subject(Subject.UNTITLED, Stage.PRIMARY, null),
                "330102001");
    }

    private static GuardianId guardian(String id) {
        return new GuardianId(UUID.fromString(id));
    }
}
