package org.jiaxue.points.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test has a county of its own, whose rules nobody else changes. */
@RoomTest
class SimulatorTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Term TERM = Term.ofCode("2026-autumn").orElseThrow();
    private static final Iterator<String> COUNTIES =
            Stream.of(
                            "330604", "330624", "330681", "330683", "330703", "330723", "330726",
                            "330727")
                    .iterator();
    private static final Simulator.Watch NOBODY =
            new Simulator.Watch() {
                @Override
                public void done(long guardians, long of) {}

                @Override
                public boolean goesOn() {
                    return true;
                }
            };
    private static int phones = 1;

    @Autowired Simulator simulator;
    @Autowired Reruns reruns;
    @Autowired Rules rules;
    @Autowired Learning learning;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transactions;

    private String county = COUNTIES.next();

    @Test
    void rules_that_are_as_today_change_nothing() {
        busy(3);

        Gathered gathered = gather("");

        assertThat(gathered.all().guardians()).isEqualTo(3);
        assertThat(gathered.all().more()).isZero();
        assertThat(gathered.all().less()).isZero();
        assertThat(gathered.all().pointsThen())
                .isEqualTo(gathered.all().pointsNow())
                .isEqualTo(stored("true"));
    }

    @Test
    void a_trial_gives_just_what_a_run_gives_when_the_rules_are_in_force() {
        busy(12);
        String change =
                """
                changes:
                  - { rule: lesson-completed, points: 3 }
                  - { rule: reflection-answered, when: "content.minutes >= 10" }
                rules:
                  - rule: weekend-lessons
                    kind: lesson-completed
                    category: other
                    points: 5
                    when: "event.weekday in [6, 7]"
                    did: { zh: "看完《{title}》", en: "Finished “{title}”" }
                    why: { zh: "记 {points} 分。", en: "{points} points." }
                caps: { day: 14, week: 36 }
                """;

        Gathered gathered = gather(change);

        assertThat(gathered.events()).isEqualTo(count("learning.event"));
        Arrays.stream(EventKind.values())
                .forEach(kind ->
                        assertThat(gathered.of(kind).now())
                                .as(kind.slug())
                                .isEqualTo(stored("kind = '%s'".formatted(kind.slug()))));
        rules.enact("test.yaml", text("version: 1\n" + change), Ids.next(), Ids.next());
        UUID run =
                reruns.begin(
                                new Scope(Owner.of(county), TERM.first(), LocalDate.of(2030, 1, 1)),
                                null)
                        .orElseThrow();
        reruns.work(2);
        assertThat(reruns.counties(run)).isNotEmpty();
        Arrays.stream(EventKind.values())
                .forEach(kind ->
                        assertThat(gathered.of(kind).then())
                                .as(kind.slug())
                                .isEqualTo(stored("kind = '%s'".formatted(kind.slug()))));
    }

    @Test
    void levels_are_those_that_were_really_reached_in_the_term() {
        GuardianId guardian = guardian();
        GuardianId slower = guardian();
        for (int day = 1; day <= 10; day++) {
            String when = "2026-09-%02dT08:00".formatted(day);
            learn(guardian, EventKind.LESSON_COMPLETED, 1, when);
            learn(guardian, EventKind.REFLECTION_ANSWERED, 1, when.replace("08", "09"));
        }
        learn(slower, EventKind.LESSON_COMPLETED, 9, "2026-09-03T08:00");
        Proposed proposed = simulator.read("rules.yaml", text(""));
        Asked asked = new Asked(proposed, TERM, Owner.of(county));
        Trial trial = simulator.trial(asked);

        Gathered gathered = simulator.gather(asked, trial, 2, NOBODY);

        assertThat(trial.rungs()).isNotEmpty();
        for (int i = 0; i < trial.rungs().size(); i++) {
            Rung rung = trial.rungs().get(i);
            assertThat((long) gathered.now(i).guardians()).as("" + rung).isEqualTo(reached(rung));
            assertThat(gathered.then(i).guardians()).isEqualTo(gathered.now(i).guardians());
        }
        int term = place(trial, "zhejiang-term", 1);
        assertThat(gathered.now(term).guardians()).isEqualTo(1);
        assertThat(gathered.now(term).percentile(50)).as("ten lessons of 10 minutes").isEqualTo(17);
    }

    @Test
    void a_scheme_is_tried_beside_those_that_are_kept() {
        for (int i = 0; i < 3; i++) {
            learn(guardian(), EventKind.LESSON_COMPLETED, 2 + i, "2026-09-10T08:00");
        }
        Asked asked = new Asked(simulator.read("scheme.yaml", scheme(3)), TERM, Owner.of(county));
        Trial trial = simulator.trial(asked);

        Gathered gathered = simulator.gather(asked, trial, 2, NOBODY);

        int rung = place(trial, "trying", 1);
        assertThat(trial.rungs().get(rung).now()).isFalse();
        assertThat(trial.rungs().get(rung).then()).isTrue();
        assertThat(gathered.then(rung).guardians()).isEqualTo(2);
        assertThat(gathered.now(rung).guardians()).isZero();
        assertThat(gathered.all().pointsThen()).isEqualTo(gathered.all().pointsNow());
    }

    @Test
    void layers_that_are_confirmed_go_by_confirmations_that_were_given() {
        county = "330702";
        GuardianId confirmed = guardian();
        GuardianId unasked = guardian();
        for (GuardianId one : List.of(confirmed, unasked)) {
            for (int week = 0; week < 3; week++) {
                for (int day = 1; day <= 3; day++) {
                    learn(
                            one,
                            EventKind.LESSON_COMPLETED,
                            6,
                            "2026-10-%02dT08:00".formatted(4 + 7 * week + day));
                }
            }
        }
        confirm(confirmed, "class", 1);
        Asked asked = new Asked(simulator.read("rules.yaml", text("")), TERM, Owner.of(county));
        Trial trial = simulator.trial(asked);

        Gathered gathered = simulator.gather(asked, trial, 2, NOBODY);

        List<Integer> first =
                trial.rungs().stream()
                        .filter(it -> it.scheme().equals("wucheng") && it.level() == 1)
                        .map(it -> gathered.now(trial.rungs().indexOf(it)).guardians())
                        .toList();
        assertThat(first).containsExactly(2, 1, 0, 0);
    }

    @Test
    void only_those_who_live_there_are_told_of_and_a_term_has_its_own_events() {
        learn(guardian(), EventKind.LESSON_COMPLETED, 1, "2026-08-31T08:00");
        GuardianId here = guardian();
        learn(here, EventKind.LESSON_COMPLETED, 1, "2026-08-31T08:00");
        learn(here, EventKind.LESSON_COMPLETED, 2, "2026-09-01T08:00");

        Gathered gathered = gather("");

        assertThat(gathered.all().guardians()).isEqualTo(1);
        assertThat(gathered.events()).isEqualTo(2);
        assertThat(gathered.counties()).containsOnlyKeys(county);
    }

    @Test
    void nothing_is_written() {
        busy(3);
        String before = counts();
        boolean untouched = false;
        for (int i = 0; i < 3 && !untouched; i++) {
            long transaction = nextTransaction();
            gather("changes:\n  - { rule: lesson-completed, points: 3 }\n");
            untouched = transaction == nextTransaction();
        }

        assertThat(untouched).as("no transaction that writes was begun").isTrue();
        assertThat(counts()).isEqualTo(before);
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
        Asked asked = new Asked(simulator.read("rules.yaml", text(more)), TERM, Owner.of(county));
        return simulator.gather(asked, simulator.trial(asked), 2, NOBODY);
    }

    /** Guardians who come against every cap, with sessions seen twice. */
    private void busy(int guardians) {
        for (int i = 0; i < guardians; i++) {
            GuardianId one = guardian();
            for (int day = 1; day <= 14; day++) {
                String date = "2026-10-%02dT".formatted(day);
                learn(one, EventKind.LESSON_COMPLETED, 1 + (day + i) % 8, date + "08:00");
                learn(one, EventKind.REFLECTION_ANSWERED, (day * i) % 4, date + "12:00");
            }
            UUID session = Ids.next();
            tell(one, EventKind.REPLAY_WATCHED, session, "2026-10-03T20:00");
            tell(one, EventKind.LIVE_ATTENDED, session, "2026-10-05T20:00");
            learn(one, EventKind.ACTIVITY_ATTENDED, 3, "2026-10-20T09:00");
        }
    }

    private String text(String more) {
        return """
        division: "%s"
        from: %s
        name: { zh: 县里的规则, en: The county's rules }
        %s
        """
                .formatted(county, TERM.first(), more);
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
                .formatted(county, lessons);
    }

    private static int place(Trial trial, String scheme, int level) {
        return trial.rungs().stream()
                .filter(it -> it.scheme().equals(scheme) && it.level() == level)
                .map(trial.rungs()::indexOf)
                .findFirst()
                .orElseThrow();
    }

    private GuardianId guardian() {
        Phone phone = Phone.read("1780088%04d".formatted(phones++)).orElseThrow();
        GuardianId guardian = people.register(phone, county);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    private void learn(GuardianId guardian, EventKind kind, int times, String localTime) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            facts.add(fact(guardian, kind, Ids.next(), instant(localTime).plusSeconds(60L * i)));
        }
        transactions.executeWithoutResult(_ -> learning.record(facts));
    }

    private void tell(GuardianId guardian, EventKind kind, UUID cause, String localTime) {
        transactions.executeWithoutResult(
                _ -> learning.record(List.of(fact(guardian, kind, cause, instant(localTime)))));
    }

    private static Instant instant(String localTime) {
        return LocalDateTime.parse(localTime).atZone(ZONE).toInstant();
    }

    private static Fact fact(GuardianId guardian, EventKind kind, UUID cause, Instant at) {
        int minutes = 10 - (int) (Math.abs(cause.getLeastSignificantBits()) % 2 * 5);
        boolean lesson = kind == EventKind.LESSON_COMPLETED;
        return new Fact(
                guardian,
                kind,
                cause,
                at,
                new Subject(
                        new Words("早晨清单", "The morning list"),
                        Stage.PRIMARY,
                        new Ages(84, 120),
                        "",
                        60 * (lesson ? 10 : minutes)));
    }

    private void confirm(GuardianId guardian, String layer, int level) {
        jdbc.sql(
                        """
                        insert into licences.confirmation (
                            guardian_id, request_id, scheme, version, layer, period, level,
                            division, confirmer, node, asked_at, state, decided_at, decided_by)
                        values (:guardian, :id, 'wucheng', 1, :layer, '2026-2027', :level,
                                :county, 'class', '', now(), 'confirmed', now(), :id)
                        """)
                .param("guardian", guardian.value())
                .param("id", Ids.next())
                .param("layer", layer)
                .param("level", level)
                .param("county", county)
                .update();
    }

    /** The points that caps have seen of the county's guardians, of some entries. */
    private long stored(String which) {
        return jdbc.sql(
                        """
                        select coalesce(sum(points), 0) from points.entry
                        where state = 'counted' and division like :county || '%' and
                        """
                                + which)
                .param("county", county)
                .query(Long.class)
                .single();
    }

    private long reached(Rung rung) {
        return jdbc.sql(
                        """
                        select count(*)
                        from licences.licence l
                        join identity.guardian g on g.guardian_id = l.guardian_id
                        where g.division like :county || '%' and l.scheme = :scheme
                          and l.layer = :layer and l.level = :level
                        """)
                .param("county", county)
                .param("scheme", rung.scheme())
                .param("layer", rung.layer())
                .param("level", rung.level())
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where division like :county || '%'")
                .param("county", county)
                .query(Long.class)
                .single();
    }

    private String counts() {
        return Objects.requireNonNull(
                jdbc.sql(
                                """
                                select concat_ws(' ',
                                    (select count(*) from learning.event),
                                    (select count(*) from points.entry),
                                    (select sum(version) from points.account),
                                    (select count(*) from points.rule_set),
                                    (select count(*) from licences.counted),
                                    (select count(*) from licences.sum),
                                    (select count(*) from licences.licence),
                                    (select count(*) from licences.scheme))
                                """)
                        .query(String.class)
                        .single());
    }

    /** The number that the next transaction gets that writes. */
    private long nextTransaction() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }
}
