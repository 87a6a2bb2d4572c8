package org.jiaxue.learning.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jiaxue.Overlapping;
import org.jiaxue.RoomTest;
import org.jiaxue.database.Database;
import org.jiaxue.database.TestDatabase;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Events lie by months, and no fact is refused or kept twice because of it. */
@RoomTest
class MonthsTests {

    @Autowired EventStore store;
    @Autowired Months months;
    @Autowired Learning learning;
    @Autowired Database database;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired DatabaseClock clock;
    @Autowired Times times;

    @Test
    void what_occurs_in_a_month_without_a_part_is_kept_and_moves_when_the_part_is_made() {
        GuardianId guardian = new GuardianId(Ids.next());
        LearningEvent before = event(guardian, "2019-03-31T15:59:59.999999Z");
        LearningEvent first = event(guardian, "2019-03-31T16:00:00Z");
        LearningEvent last = event(guardian, "2019-04-30T15:59:59.999999Z");
        keep(before, first, last);
        assertThat(partsOf(guardian)).containsExactly("event_other", "event_other", "event_other");

        assertThat(months.make(LocalDate.of(2019, 4, 17), 1)).isEqualTo(1);

        assertThat(partsOf(guardian))
                .containsExactly("event_2019_04", "event_2019_04", "event_other");
        List<UUID> kept = new ArrayList<>();
        learning.eventIds(guardian.previous(), guardian, (_, id) -> kept.add(id));
        assertThat(kept).containsExactlyInAnyOrder(before.id(), first.id(), last.id());
        assertThat(months.make(LocalDate.of(2019, 4, 17), 1)).isZero();
    }

    @Test
    void the_job_makes_this_month_and_those_ahead_and_what_occurs_now_lies_there() {
        months.ahead();
        LocalDate month = times.dayOf(clock.now()).withDayOfMonth(1);
        for (int ahead = 0; ahead <= Months.AHEAD; ahead++) {
            assertThat(there(month.plusMonths(ahead))).isTrue();
        }
        GuardianId guardian = new GuardianId(Ids.next());
        keep(event(guardian, clock.now().toString()));
        assertThat(partsOf(guardian)).containsExactly(name(month));
    }

    /** Whoever was sent to where rows wait, and stood behind the making of their month there. */
    @Test
    void what_is_written_while_its_month_is_made_is_kept() throws Exception {
        GuardianId guardian = new GuardianId(Ids.next());
        LearningEvent before = event(guardian, "2017-02-03T00:00:00Z");
        LearningEvent meanwhile = event(guardian, "2017-02-04T00:00:00Z");
        FutureTask<List<LearningEvent>> writing =
                new FutureTask<>(() -> store.add(List.of(meanwhile), Instant.EPOCH));

        int made =
                new Overlapping(transaction, jdbc)
                        .run(
                                () -> store.add(List.of(before), Instant.EPOCH),
                                () -> makeWithPatience(LocalDate.of(2017, 2, 1)),
                                () -> startAndAwait(writing))
                        .second();

        assertThat(made).isEqualTo(1);
        assertThat(writing.get(1, TimeUnit.MINUTES)).containsExactly(meanwhile);
        assertThat(partsOf(guardian)).containsExactly("event_2017_02", "event_2017_02");
    }

    @Test
    void a_month_long_ago_of_which_much_is_brought_gets_a_part() {
        GuardianId guardian = new GuardianId(Ids.next());
        keep(event(guardian, "2016-05-03T00:00:00Z"), event(guardian, "2016-05-04T00:00:00Z"));
        keep(event(guardian, "2016-07-03T00:00:00Z"));

        assertThat(months.makeOf(2)).isPositive();

        assertThat(partsOf(guardian))
                .containsExactly("event_2016_05", "event_2016_05", "event_other");
    }

    @Test
    void a_fact_that_is_told_again_with_another_month_is_kept_once() {
        GuardianId guardian = new GuardianId(Ids.next());
        UUID cause = Ids.next();
        LearningEvent told = event(guardian, cause, "2019-06-01T00:00:00Z");
        LearningEvent again = event(guardian, cause, "2019-09-01T00:00:00Z");
        LearningEvent third = event(guardian, cause, "2019-06-01T00:00:00Z");

        assertThat(store.add(List.of(told), Instant.EPOCH)).containsExactly(told);
        assertThat(store.add(List.of(again, third), Instant.EPOCH)).isEmpty();
        assertThat(partsOf(guardian)).hasSize(1);
    }

    @Test
    void of_two_tellings_in_one_group_the_first_is_kept() {
        GuardianId guardian = new GuardianId(Ids.next());
        UUID cause = Ids.next();
        LearningEvent first = event(guardian, cause, "2019-06-01T00:00:00Z");
        LearningEvent second = event(guardian, cause, "2019-07-01T00:00:00Z");

        assertThat(store.add(List.of(first, second), Instant.EPOCH)).containsExactly(first);
    }

    @Test
    void a_reading_of_a_term_looks_into_its_own_months_alone() {
        assumeThat(TestDatabase.isCluster(jdbc)).as("plans of a cluster are others").isFalse();
        months.make(LocalDate.of(2020, 1, 1), 12);
        String plan =
                String.join(
                        "\n",
                        jdbc.sql("explain " + EventHistory.READING)
                                .param("after", new UUID(0, 0))
                                .param("upTo", new UUID(-1, -1))
                                .param("from", "2020-03-01T00:00:00Z")
                                .param("to", "2020-05-01T00:00:00Z")
                                .query(String.class)
                                .list());
        assertThat(plan).contains("event_2020_03", "event_2020_04", "event_2020_05");
        assertThat(plan).doesNotContain("event_2020_02", "event_2020_06", "event_other");
    }

    @Test
    void the_application_reaches_months_through_the_whole_alone_and_makes_none_itself() {
        months.make(LocalDate.of(2018, 1, 1), 1);
        assertThatThrownBy(() -> jdbc.sql("update learning.event_2018_01 set stage = ''").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> jdbc.sql("select learning.new_part('event_x')").query().listOfRows())
                .hasStackTraceContaining("permission denied");
    }

    /** As the job does, which is called again where it gave up waiting. */
    private int makeWithPatience(LocalDate first) {
        while (true) {
            try {
                return months.make(first, 1);
            } catch (DataAccessException gaveUp) {
                assertThat(gaveUp).hasStackTraceContaining("lock timeout");
            }
        }
    }

    private void startAndAwait(Runnable writing) {
        Thread.startVirtualThread(writing);
        await().until(() ->
                jdbc.sql(
                                """
                                select exists (
                                  select from pg_stat_activity
                                  where wait_event_type = 'Lock'
                                    and query ~ '^insert into learning.event')
                                """)
                        .query(Boolean.class)
                        .single());
    }

    /**
     * The part of each event; asked of the parts, since on a cluster rows lie in parts of parts.
     */
    private List<String> partsOf(GuardianId guardian) {
        return JdbcClient.create(database.owner().dataSource())
                .sql(
                        """
                        select c.relname
                        from pg_inherits i
                        join pg_class c on c.oid = i.inhrelid
                        cross join lateral generate_series(1, cast(cast((xpath(
                            '/row/n/text()',
                            query_to_xml(
                                format('select count(*) as n from %s where guardian_id = %L',
                                       cast(c.oid as regclass), cast(:guardian as uuid)),
                                false, true, '')))[1] as text) as int))
                        where i.inhparent = cast('learning.event' as regclass)
                        order by c.relname
                        """)
                .param("guardian", guardian.value())
                .query(String.class)
                .list();
    }

    private boolean there(LocalDate month) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", "learning." + name(month))
                .query(Boolean.class)
                .single();
    }

    private static String name(LocalDate month) {
        return "event_%d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private void keep(LearningEvent... events) {
        assertThat(store.add(List.of(events), Instant.EPOCH)).hasSize(events.length);
    }

    private static LearningEvent event(GuardianId guardian, String at) {
        return event(guardian, Ids.next(), at);
    }

    private static LearningEvent event(GuardianId guardian, UUID cause, String at) {
        return new LearningEvent(
                Ids.next(),
                guardian,
                EventKind.LESSON_COMPLETED,
                cause,
                Instant.parse(at),
                new Subject(Subject.UNTITLED, Stage.PRIMARY, null),
                "330102001");
    }
}
