package org.jiaxue.points.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Audit;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.simulation.Trials.Begun;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Term;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two trials whose files differ in what concerns few guardians cannot be told apart. */
@RoomTest
class TwoTrialsTests {

    private static final Term TERM = Term.ofCode("2026-autumn").orElseThrow();
    private static final String FOR_ALL =
            """
            changes:
              - { rule: reflection-answered, points: 2 }
            """;
    private static final String AT_THREE =
            """
            rules:
              - rule: at-three
                kind: lesson-completed
                category: other
                points: 3
                when: "event.hour == 3"
                did: { zh: "看完《{title}》", en: "Finished “{title}”" }
                why: { zh: "记 {points} 分。", en: "{points} points." }
            """;
    private static final String THREE = "changes: [{ rule: lesson-completed, points: 3 }]";
    private static final String THREE_BUT_AT_NIGHT =
            "changes: [{ rule: lesson-completed, points: 3, when: event.hour != 3 }]";

    /** The turn of a trial of the county in the test of two nodes. */
    private static final String TURN =
            """
            select pg_advisory_xact_lock(
                hashtext('points.trial'), hashtext('331083 2026-autumn'))
            """;

    @Autowired Simulator simulator;
    @Autowired Trials trials;
    @Autowired KeptTrialStore store;
    @Autowired Rules rules;
    @Autowired Audit audit;
    @Autowired Times times;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;
    @Autowired ApplicationContext house;

    private LearningCounty county;

    @BeforeEach
    void open() {
        county = new LearningCounty("330903", house);
    }

    @Test
    void a_rule_more_that_concerns_nine_changes_no_figure_and_one_for_ten_does() {
        learners("330903");
        for (int i = 0; i < 9; i++) {
            night(county.guardian());
        }

        Outcome without = outcome(FOR_ALL);
        Outcome with = outcome(FOR_ALL + AT_THREE);

        assertThat(with.of(without)).isEqualTo(without);
        assertThat(with.leftOut()).isTrue();
        assertThat(without.leftOut()).isFalse();
        assertThat(without.all().meanThen()).isNotEqualTo(without.all().meanNow());

        night(county.guardian());

        assertThat(outcome(FOR_ALL + AT_THREE).leftOut()).isFalse();
        assertThat(lessons(outcome(FOR_ALL + AT_THREE)).then())
                .isNotEqualTo(lessons(outcome(FOR_ALL)).then());
    }

    @Test
    void a_rule_for_nobody_is_left_out_with_the_same_words() {
        learners("330921");

        assertThat(outcome(FOR_ALL + AT_THREE).leftOut()).isTrue();
    }

    @Test
    void a_condition_that_leaves_out_few_changes_no_figure_of_a_second_trial() {
        learners("330922");
        night(county.guardian());
        Viewer.Staff officer = county.officer();

        Trial.Came first = came(officer, THREE);
        Trial.Came second = came(officer, THREE_BUT_AT_NIGHT);
        Trial.Came third =
                came(county.officer(), "changes: [{ rule: lesson-completed, points: 1 }]");

        assertThat(first.since()).isNull();
        assertThat(second.since()).isNotNull();
        assertThat(second.outcome().of(first.outcome())).isEqualTo(first.outcome());
        assertThat(third.since()).isNull();
        assertThat(third.outcome().all().meanThen()).isNotEqualTo(first.outcome().all().meanThen());
    }

    @Test
    void two_trials_that_end_at_the_same_moment_at_two_nodes_are_compared_too()
            throws SQLException {
        learners("331083");
        night(county.guardian());
        Viewer.Staff officer = county.officer();
        Trials otherNode = new Trials(simulator, store, rules, audit, times, transactions, 20);

        List<UUID> ids = new ArrayList<>();
        try (Connection holding = database.getConnection()) {
            holding.setAutoCommit(false);
            holding.createStatement().execute(TURN);
            ids.add(begun(trials.begin(officer, place(), asked(THREE))));
            ids.add(begun(otherNode.begin(officer, place(), asked(THREE_BUT_AT_NIGHT))));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 2);
            holding.rollback();
        }

        List<Trial.Came> came = ids.stream().map(it -> came(officer, it)).toList();
        assertThat(came).filteredOn(it -> it.since() == null).hasSize(1);
        assertThat(came.get(0).outcome().of(came.get(1).outcome()))
                .isEqualTo(came.get(1).outcome());
    }

    private Owner place() {
        return Owner.of(county.code());
    }

    private static UUID begun(Begun begun) {
        return ((Begun.Trying) begun).id();
    }

    /** How many wait for their turn to be compared. */
    private int waiting() {
        return jdbc.sql(
                        """
                        select count(*) from pg_locks
                        where locktype = 'advisory' and not granted
                          and classid = (hashtext('points.trial')::bigint & 4294967295)::oid
                        """)
                .query(Integer.class)
                .single();
    }

    @Test
    void so_many_trials_are_begun_within_a_day_and_one_more_is_refused() {
        county = new LearningCounty("330603", house);
        Viewer.Staff officer = county.officer();
        jdbc.sql(
                        """
                        insert into points.trial (
                            trial_id, tried_by, place, whom, term, title_zh, title_en, state,
                            asked_at, heard_at)
                        select gen_random_uuid(), :by, '330603', '330603', '2026-autumn', '', '',
                               'cancelled', now(), now()
                        from generate_series(1, 19)
                        """)
                .param("by", officer.id().value())
                .update();

        assertThat(begin(officer, "")).isInstanceOf(Begun.Trying.class);
        Begun more =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> begin(officer, ""), it -> !(it instanceof Begun.Busy));

        assertThat(more).isEqualTo(new Begun.Enough(20));
    }

    @Test
    void a_trial_of_a_node_that_is_not_heard_of_any_more_was_broken_off() {
        county = new LearningCounty("330903", house);
        Viewer.Staff officer = county.officer();
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        insert into points.trial (
                            trial_id, tried_by, place, whom, term, title_zh, title_en, asked_at,
                            heard_at)
                        values (:id, :by, '330903', '330903', '2026-autumn', '规则', 'Rules', now(),
                                now() - interval '2 minutes')
                        """)
                .param("id", id)
                .param("by", officer.id().value())
                .update();

        assertThat(trials.find(id, officer.id()).orElseThrow().state())
                .isEqualTo(Trial.State.BROKEN_OFF);
        trials.cancel(id, officer.id());
        assertThat(trials.of(officer.id()).getFirst().state()).isEqualTo(Trial.State.CANCELLED);
    }

    private void learners(String code) {
        county = new LearningCounty(code, house);
        county.sixtyWhoLearnAndTwelveWhoDoNot();
    }

    private void night(GuardianId one) {
        for (int day = 2; day <= 4; day++) {
            county.learn(one, EventKind.LESSON_COMPLETED, 3, "2026-11-0%dT03:00".formatted(day));
        }
    }

    private Outcome outcome(String more) {
        Outcome found = simulator.run(asked(more), 2, LearningCounty.NOBODY).orElseThrow();
        return found.of(
                new Outcome(
                        found.title(),
                        found.term(),
                        0,
                        found.leftOut(),
                        found.events(),
                        found.all(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private Asked asked(String more) {
        String text =
                """
                division: "%s"
                from: %s
                name: { zh: 县里的规则, en: The county's rules }
                %s
                """
                        .formatted(county.code(), TERM.first(), more);
        return new Asked(simulator.read("rules.yaml", text), TERM, Owner.of(county.code()));
    }

    private static Outcome.Kind lessons(Outcome outcome) {
        return outcome.kinds().get(EventKind.LESSON_COMPLETED.ordinal());
    }

    private Begun begin(Viewer.Staff officer, String more) {
        return trials.begin(officer, place(), asked(more));
    }

    private Trial.Came came(Viewer.Staff officer, String more) {
        Begun begun =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> begin(officer, more), it -> !(it instanceof Begun.Busy));
        return came(officer, begun(begun));
    }

    private Trial.Came came(Viewer.Staff officer, UUID id) {
        @Nullable Trial done =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(
                                () -> trials.find(id, officer.id()).orElseThrow(),
                                it -> !it.running());
        return Objects.requireNonNull(Objects.requireNonNull(done).came());
    }
}
