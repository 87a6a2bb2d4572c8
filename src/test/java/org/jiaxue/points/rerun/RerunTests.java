package org.jiaxue.points.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.Points;
import org.jiaxue.points.Resettling;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test has a county of its own, whose rules nobody else changes. */
@RoomTest
class RerunTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final Iterator<String> COUNTIES =
            List.of("330481", "330482", "330483", "330421", "330424", "330502", "330503", "330521")
                    .iterator();
    private static int phones = 1;

    @Autowired Reruns reruns;
    @Autowired RerunStore store;
    @Autowired Resettling resettling;
    @Autowired Rules rules;
    @Autowired Points points;
    @Autowired Learning learning;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private final String county = COUNTIES.next();
    private int version;

    @AfterEach
    void nothing_is_left_running() {
        store.running().ifPresent(it -> reruns.cancel(it.run()));
    }

    @Test
    void what_the_new_rules_give_more_is_added_and_says_why() {
        GuardianId guardian = guardian();
        learn(guardian, 3, "2026-10-12T08:00");
        assertThat(points.sums(guardian).balance()).isEqualTo(6);
        enact("points: 3");

        Rerun run = run();

        assertThat(points.sums(guardian).balance()).isEqualTo(9);
        Points.Entry entry = points.entries(guardian, null, 10).entries().getFirst();
        assertThat(entry.points()).isEqualTo(3);
        assertThat(entry.why().zh()).isEqualTo("积分规则有更新，按新规则重新算过，这一次记 3 分，总分没有少。");
        assertThat(entry.rules().zh()).isEqualTo("县里的规则");
        assertThat(run.state()).isEqualTo(Rerun.State.DONE);
        assertThat(run.percent()).isEqualTo(100);
        assertThat(reruns.counties(run.id()))
                .containsExactly(new Rerun.County(county, 1, 3, 0, 0, 1));
        points.audit(guardian);
    }

    @Test
    void where_the_new_rules_give_less_old_entries_stand_and_the_officer_sees_by_how_much() {
        GuardianId guardian = guardian();
        learn(guardian, 4, "2026-10-12T08:00");
        enact("points: 1");

        Rerun run = run();

        assertThat(points.sums(guardian).balance()).isEqualTo(8);
        assertThat(points.sums(guardian).week()).isZero();
        assertThat(reruns.counties(run.id()))
                .containsExactly(new Rerun.County(county, 0, 0, 1, 4, 1));
        points.audit(guardian);
    }

    @Test
    void a_second_run_writes_nothing() {
        GuardianId guardian = guardian();
        learn(guardian, 5, "2026-10-12T08:00");
        enact("points: 3");
        run();
        long lines = lines(guardian);

        Rerun again = run();

        assertThat(lines(guardian)).isEqualTo(lines);
        assertThat(reruns.counties(again.id()))
                .containsExactly(new Rerun.County(county, 0, 0, 0, 0, 1));
        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void only_whose_rules_they_are_and_only_the_days_asked_for_are_gone_through() {
        GuardianId elsewhere = guardian();
        learn(elsewhere, 1, "2026-10-12T08:00");
        GuardianId before = guardian();
        learn(before, 1, "2026-09-05T08:00");
        enact("points: 3");

        UUID run =
                reruns.begin(
                                new Scope(
                                        Owner.of(county),
                                        LocalDate.of(2026, 10, 1),
                                        LocalDate.of(2030, 1, 1)),
                                null)
                        .orElseThrow();
        reruns.work(2);

        assertThat(points.sums(elsewhere).balance()).isEqualTo(3);
        assertThat(points.sums(before).balance()).isEqualTo(2);
        assertThat(reruns.counties(run)).hasSize(1);
    }

    @Test
    void an_event_that_was_never_credited_is_credited_by_the_run() {
        GuardianId guardian = guardian();
        learn(guardian, 2, "2026-10-12T08:00");
        jdbc.sql("select points.erase(:guardian)")
                .param("guardian", guardian.value())
                .query((_, _) -> 1)
                .list();

        run();

        assertThat(points.sums(guardian).balance()).isEqualTo(4);
        assertThat(points.entries(guardian, null, 10).entries()).hasSize(2);
    }

    @Test
    void only_one_run_is_under_way_and_a_cancelled_one_can_be_followed_by_another() {
        GuardianId guardian = guardian();
        learn(guardian, 1, "2026-10-12T08:00");
        enact("points: 3");
        UUID first = reruns.begin(scope(), null).orElseThrow();

        assertThat(reruns.begin(scope(), null)).isEmpty();
        assertThat(reruns.cancel(first)).isTrue();
        assertThat(reruns.cancel(first)).isFalse();
        reruns.work(2);
        assertThat(points.sums(guardian).balance()).isEqualTo(2);

        run();
        assertThat(points.sums(guardian).balance()).isEqualTo(3);
    }

    @Test
    void a_step_that_dies_before_its_end_is_done_again_and_nothing_is_doubled() {
        List<GuardianId> guardians = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            guardians.add(guardian());
            learn(guardians.getLast(), 2, "2026-10-12T08:00");
        }
        enact("points: 3");
        UUID run = reruns.begin(scope(), null).orElseThrow();
        UUID dying = Ids.next();
        RerunStore.Part part = store.take(run, dying).orElseThrow();
        Resettling.Read read = resettling.read(scope(), part.cursor(), part.upTo(), 500);
        transactions.executeWithoutResult(status -> {
            resettling.write(read);
            status.setRollbackOnly();
        });
        expire(run);
        reruns.work(2);

        // The one that was thought dead comes back with what it had read long ago.
        boolean late =
                Boolean.TRUE.equals(
                        transactions.execute(status -> {
                            resettling.write(read);
                            boolean own =
                                    store.advance(
                                            part,
                                            dying,
                                            read.upTo(),
                                            new RerunStore.Looked(1, 1, 0, 0, 0, 0));
                            status.setRollbackOnly();
                            return own;
                        }));

        assertThat(late).isFalse();
        for (GuardianId guardian : guardians) {
            assertThat(points.sums(guardian).balance()).isEqualTo(6);
            points.audit(guardian);
        }
    }

    @Test
    void what_changed_between_reading_and_writing_is_read_again_under_its_lock() {
        GuardianId guardian = guardian();
        learn(guardian, 2, "2026-10-12T08:00");
        enact("points: 3");
        Resettling.Read read =
                resettling.read(
                        scope(),
                        new GuardianId(new UUID(0, 0)),
                        new GuardianId(new UUID(-1, -1)),
                        100_000);
        learn(guardian, 2, "2026-10-13T08:00");

        transactions.executeWithoutResult(_ -> resettling.write(read));

        assertThat(points.sums(guardian).balance()).isEqualTo(12);
        points.audit(guardian);
    }

    private Scope scope() {
        return new Scope(Owner.of(county), FIRST, LocalDate.of(2030, 1, 1));
    }

    private Rerun run() {
        UUID run = reruns.begin(scope(), null).orElseThrow();
        reruns.work(2);
        return reruns.find(run).orElseThrow();
    }

    private void expire(UUID run) {
        jdbc.sql(
                        """
                        update points.rerun_slice
                        set held_until = clock_timestamp() - interval '1 second'
                        where rerun_id = :run
                        """)
                .param("run", run)
                .update();
    }

    /** The county's next version, in force since before anything was learned. */
    private void enact(String change) {
        version++;
        String text =
                """
                division: "%s"
                version: %d
                from: %s
                name: { zh: 县里的规则, en: The county's rules }
                changes:
                  - { rule: lesson-completed, %s }
                """
                        .formatted(county, version, FIRST, change);
        rules.enact("test.yaml", text, Ids.next(), Ids.next());
    }

    private GuardianId guardian() {
        Phone phone = Phone.read("1770077%04d".formatted(phones++)).orElseThrow();
        GuardianId guardian = people.register(phone, county);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    private void learn(GuardianId guardian, int lessons, String localTime) {
        Instant from = LocalDateTime.parse(localTime).atZone(ZONE).toInstant();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < lessons; i++) {
            facts.add(
                    new Fact(
                            guardian,
                            EventKind.LESSON_COMPLETED,
                            Ids.next(),
                            from.plusSeconds(60L * i),
                            new Subject(
                                    new Words("早晨清单", "The morning list"),
                                    Stage.PRIMARY,
                                    new Ages(84, 120))));
        }
        transactions.executeWithoutResult(_ -> learning.record(facts));
    }

    private long lines(GuardianId guardian) {
        return jdbc.sql("select count(*) from points.entry where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Long.class)
                .single();
    }
}
