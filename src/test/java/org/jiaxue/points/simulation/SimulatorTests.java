package org.jiaxue.points.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.RoomTest;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.Resettling.Scope;
import org.jiaxue.points.TrialGrading.Rung;
import org.jiaxue.points.TrialGrading.Trial;
import org.jiaxue.points.rerun.Reruns;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.web.DataFaults;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Term;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each test has a county of its own, whose rules nobody else changes. */
@RoomTest
class SimulatorTests {

    private static final Term TERM = Term.ofCode("2026-autumn").orElseThrow();
    private static final Iterator<String> COUNTIES =
            Stream.of(
                            "330604", "330624", "330681", "330683", "330703", "330723", "330324",
                            "330727")
                    .iterator();
    private static final String CHANGE =
            """
            changes:
              - { rule: note-written, points: 4 }
              - { rule: reflection-answered, when: "content.minutes >= 10" }
            rules:
              - rule: weekend-lessons
                kind: lesson-completed
                category: other
                points: 3
                when: "event.weekday in [6, 7]"
                did: { zh: "看完《{title}》", en: "Finished “{title}”" }
                why: { zh: "记 {points} 分。", en: "{points} points." }
            caps: { day: 14, week: 36 }
            """;

    @Autowired Simulator simulator;
    @Autowired Reruns reruns;
    @Autowired Rules rules;
    @Autowired ApplicationContext house;

    private LearningCounty county;

    @BeforeEach
    void open() {
        county = new LearningCounty(COUNTIES.next(), house);
    }

    @Test
    void rules_that_are_as_today_change_nothing() {
        county.busy(3);

        Gathered gathered = gather("");

        assertThat(gathered.all().guardians()).isEqualTo(3);
        assertThat(gathered.all().more()).isZero();
        assertThat(gathered.all().less()).isZero();
        assertThat(gathered.all().pointsThen())
                .isEqualTo(gathered.all().pointsNow())
                .isEqualTo(Arrays.stream(EventKind.values()).mapToLong(county::stored).sum());
    }

    @Test
    void a_trial_gives_just_what_a_run_gives_when_the_rules_are_in_force() {
        county.busy(16);

        Gathered gathered = gather(CHANGE);

        assertThat(gathered.events()).isEqualTo(county.events());
        Arrays.stream(EventKind.values())
                .forEach(kind ->
                        assertThat(gathered.of(kind).now())
                                .as(kind.slug())
                                .isEqualTo(county.stored(kind)));
        rules.enact("test.yaml", text("version: 1\n" + CHANGE), Ids.next(), Ids.next());
        UUID run =
                reruns.begin(
                                new Scope(
                                        Owner.of(county.code()),
                                        TERM.first(),
                                        LocalDate.of(2030, 1, 1)),
                                null)
                        .orElseThrow();
        reruns.work(2);
        assertThat(reruns.counties(run)).isNotEmpty();
        Arrays.stream(EventKind.values())
                .forEach(kind ->
                        assertThat(gathered.of(kind).then())
                                .as(kind.slug())
                                .isEqualTo(county.stored(kind)));
    }

    @Test
    void levels_are_those_that_were_really_reached_in_the_term() {
        GuardianId guardian = county.guardian();
        GuardianId slower = county.guardian();
        for (int day = 1; day <= 10; day++) {
            String when = "2026-09-%02dT08:00".formatted(day);
            county.learn(guardian, EventKind.LESSON_COMPLETED, 1, when);
            county.learn(guardian, EventKind.REFLECTION_ANSWERED, 1, when.replace("08", "09"));
        }
        county.learn(slower, EventKind.LESSON_COMPLETED, 9, "2026-09-03T08:00");
        Proposed proposed = simulator.read("rules.yaml", text(""));
        Asked asked = new Asked(proposed, TERM, Owner.of(county.code()));
        Trial trial = simulator.trial(asked);

        Gathered gathered = simulator.gather(asked, trial, 2, LearningCounty.NOBODY);

        assertThat(trial.rungs()).isNotEmpty();
        for (int i = 0; i < trial.rungs().size(); i++) {
            Rung rung = trial.rungs().get(i);
            assertThat((long) gathered.now(i).guardians())
                    .as("" + rung)
                    .isEqualTo(county.reached(rung));
            assertThat(gathered.then(i).guardians()).isEqualTo(gathered.now(i).guardians());
        }
        int term = place(trial, "zhejiang-term", 1);
        assertThat(gathered.now(term).guardians()).isEqualTo(1);
        assertThat(gathered.now(term).percentile(50)).as("ten lessons of 10 minutes").isEqualTo(17);
    }

    @Test
    void a_scheme_is_tried_beside_those_that_are_kept() {
        for (int i = 0; i < 3; i++) {
            county.learn(county.guardian(), EventKind.LESSON_COMPLETED, 2 + i, "2026-09-10T08:00");
        }
        Asked asked =
                new Asked(simulator.read("scheme.yaml", scheme(3)), TERM, Owner.of(county.code()));
        Trial trial = simulator.trial(asked);

        Gathered gathered = simulator.gather(asked, trial, 2, LearningCounty.NOBODY);

        int rung = place(trial, "trying", 1);
        assertThat(trial.rungs().get(rung).now()).isFalse();
        assertThat(trial.rungs().get(rung).then()).isTrue();
        assertThat(gathered.then(rung).guardians()).isEqualTo(2);
        assertThat(gathered.now(rung).guardians()).isZero();
        assertThat(gathered.all().pointsThen()).isEqualTo(gathered.all().pointsNow());
    }

    @Test
    void layers_that_are_confirmed_go_by_confirmations_that_were_given() {
        county = new LearningCounty("330702", house);
        GuardianId confirmed = county.guardian();
        GuardianId unasked = county.guardian();
        for (GuardianId one : List.of(confirmed, unasked)) {
            for (int week = 0; week < 3; week++) {
                for (int day = 1; day <= 3; day++) {
                    county.learn(
                            one,
                            EventKind.LESSON_COMPLETED,
                            6,
                            "2026-10-%02dT08:00".formatted(4 + 7 * week + day));
                }
            }
        }
        county.confirm(confirmed, "class", 1);
        Asked asked =
                new Asked(simulator.read("rules.yaml", text("")), TERM, Owner.of(county.code()));
        Trial trial = simulator.trial(asked);

        Gathered gathered = simulator.gather(asked, trial, 2, LearningCounty.NOBODY);

        List<Integer> first =
                trial.rungs().stream()
                        .filter(it -> it.scheme().equals("wucheng") && it.level() == 1)
                        .map(it -> gathered.now(trial.rungs().indexOf(it)).guardians())
                        .toList();
        assertThat(first).containsExactly(2, 1, 0, 0);
    }

    @Test
    void only_those_who_live_there_are_told_of_and_a_term_has_its_own_events() {
        county.learn(county.guardian(), EventKind.LESSON_COMPLETED, 1, "2026-08-31T08:00");
        GuardianId here = county.guardian();
        county.learn(here, EventKind.LESSON_COMPLETED, 1, "2026-08-31T08:00");
        county.learn(here, EventKind.LESSON_COMPLETED, 2, "2026-09-01T08:00");

        Gathered gathered = gather("");

        assertThat(gathered.all().guardians()).isEqualTo(1);
        assertThat(gathered.events()).isEqualTo(2);
        assertThat(gathered.counties()).containsOnlyKeys(county.code());
    }

    @Test
    void nothing_is_written() {
        // The database's own work takes numbers of transactions too, but not all the time.
        county.busy(3);
        String before = county.counts();
        boolean untouched = false;
        for (int i = 0; i < 30 && !untouched; i++) {
            long transaction = county.nextTransaction();
            gather("changes:\n  - { rule: lesson-completed, points: 3 }\n");
            untouched = transaction == county.nextTransaction();
        }

        assertThat(untouched).as("no transaction that writes was begun").isTrue();
        assertThat(county.counts()).isEqualTo(before);
    }

    @Test
    void what_is_wrong_with_a_file_is_named_with_line_and_field() {
        assertThatThrownBy(() -> simulator.read("r.yaml", text("caps: { day: many }")))
                .isInstanceOf(DataFaults.class)
                .hasMessageContaining("r.yaml, line 4, caps.day");
        assertThatThrownBy(() ->
                        simulator.read(
                                "s.yaml", scheme(3).replace("deeds.lesson >= 3", "deeds.lesson >")))
                .isInstanceOf(DataFaults.class)
                .hasMessageContaining("levels[0].when");
    }

    private Gathered gather(String more) {
        Asked asked =
                new Asked(simulator.read("rules.yaml", text(more)), TERM, Owner.of(county.code()));
        return simulator.gather(asked, simulator.trial(asked), 2, LearningCounty.NOBODY);
    }

    private String text(String more) {
        return """
        division: "%s"
        from: %s
        name: { zh: 县里的规则, en: The county's rules }
        %s
        """
                .formatted(county.code(), TERM.first(), more);
    }

    private String scheme(int lessons) {
        return """
        scheme: trying
        division: "%s"
        version: 1
        from: 2027-02-01
        template: true
        period: term
        title: { zh: 试试, en: Trying }
        sources:
          - { mark: "‡", zh: 只为测试, en: Only a test }
        layers:
          - { name: term, mark: "‡", title: { zh: 一个学期, en: One term } }
        levels:
          - when: deeds.lesson >= %d
            title: { zh: 一级, en: Level 1 }
            news: { zh: 到了一级。, en: Level 1 is reached. }
        """
                .formatted(county.code(), lessons);
    }

    private static int place(Trial trial, String scheme, int level) {
        return trial.rungs().stream()
                .filter(it -> it.scheme().equals(scheme) && it.level() == level)
                .map(trial.rungs()::indexOf)
                .findFirst()
                .orElseThrow();
    }
}
