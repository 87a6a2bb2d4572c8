package org.jiaxue.points.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.TrialGrading.Reached;
import org.jiaxue.points.TrialGrading.Rung;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleFile;
import org.jiaxue.points.simulation.Figure.Few;
import org.jiaxue.points.simulation.Figure.Shown;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;

class PublishingTests {

    private static final Few FEW = new Few();
    private static final Words NAME = new Words("一", "one");
    private static final Rung RUNG = new Rung("s", NAME, "l", NAME, 1, NAME, true, true);
    private static final int HOUR = 3600;

    private final Gathered gathered = new Gathered(List.of(RUNG));

    @Test
    void of_nine_guardians_nothing_is_told_and_of_ten_it_is() {
        missing(10, "330102", Stage.PRIMARY);
        add(9, "330102", Stage.PRIMARY, 4, 6, HOUR, HOUR);
        assertThat(publish().all()).isEqualTo(nothing());
        assertThat(publish().events()).isEqualTo(FEW);
        assertThat(publish().kinds()).allMatch(it -> it.now().equals(FEW));

        add(1, "330102", Stage.PRIMARY, 4, 6, HOUR, HOUR);

        Outcome.Line all = publish().all();
        assertThat(all.guardians()).isEqualTo(new Shown(10));
        assertThat(all.meanNow()).isEqualTo(FEW);
        assertThat(all.more()).isEqualTo(new Shown(10));
        assertThat(all.less()).isEqualTo(FEW);
        assertThat(level().hoursNow()).isEqualTo(new Outcome.Hours(FEW, FEW));
    }

    @Test
    void where_fewer_than_ten_are_missing_nothing_is_told_either() {
        add(80, "330102", Stage.PRIMARY, 4, 6, HOUR, HOUR);
        missing(9, "330102", Stage.PRIMARY);

        assertThat(publish().all()).isEqualTo(nothing());
        assertThat(publish().counties()).allMatch(it -> it.guardians().equals(FEW));
        assertThat(publish().stages()).allMatch(it -> it.guardians().equals(FEW));
        assertThat(level().now()).isEqualTo(FEW);

        missing(1, "330102", Stage.PRIMARY);

        assertThat(publish().all().guardians()).isEqualTo(new Shown(80));
        assertThat(publish().counties().getFirst().guardians()).isEqualTo(new Shown(80));
        assertThat(level().now()).as("all who stand in the layer reach it").isEqualTo(FEW);

        add(10, "330102", Stage.PRIMARY, 4, 6, -1, -1);

        assertThat(level().now()).isEqualTo(new Shown(80));
    }

    @Test
    void who_reaches_a_level_is_told_by_county_and_by_stage_as_the_rest_is() {
        missing(40, "330102", Stage.PRIMARY);
        for (String county : List.of("330102", "330106", "330108")) {
            add(30, county, Stage.PRIMARY, 4, 6, HOUR, HOUR);
            add(20, county, Stage.PRIMARY, 4, 6, -1, HOUR);
            add(30, county, Stage.INFANT, 4, 6, -2, -2);
            add(15, county, Stage.PRIMARY, 4, 6, -1, -1);
        }
        add(4, "330110", Stage.PRIMARY, 4, 6, HOUR, HOUR);
        add(40, "330110", Stage.PRIMARY, 4, 6, -1, -1);

        List<Outcome.Reach> counties = publish().reachCounties();

        assertThat(counties)
                .extracting(Outcome.Reach::now)
                .as("with the county of four a second is withheld")
                .containsExactly(FEW, new Shown(30), new Shown(30), FEW);
        assertThat(counties)
                .extracting(Outcome.Reach::then)
                .containsExactly(FEW, new Shown(50), new Shown(50), FEW);
        assertThat(publish().reachStages())
                .filteredOn(it -> it.part().stage() == Stage.INFANT)
                .allMatch(it -> FEW.equals(it.now()));
    }

    @Test
    void where_fewer_than_ten_differ_no_change_is_shown_as_where_none_does() {
        missing(10, "330102", Stage.PRIMARY);
        add(60, "330102", Stage.PRIMARY, 4, 4, HOUR, HOUR);
        add(10, "330102", Stage.PRIMARY, 4, 4, -1, -1);
        Outcome before = publish();
        add(9, "330102", Stage.PRIMARY, 4, 1000, -1, HOUR);

        Outcome.Line all = publish().all();
        assertThat(all.meanThen()).isEqualTo(all.meanNow());
        assertThat(all.more()).isEqualTo(before.all().more()).isEqualTo(FEW);
        assertThat(lessons().then()).isEqualTo(lessons().now());
        assertThat(level().then()).isEqualTo(level().now()).isEqualTo(new Shown(60));
    }

    @Test
    void counts_are_to_the_nearest_ten_and_no_county_follows_from_the_others() {
        missing(30, "330102", Stage.PRIMARY);
        missing(30, "330106", Stage.INFANT);
        missing(30, "330108", Stage.INFANT);
        add(34, "330102", Stage.PRIMARY, 4, 4, HOUR, HOUR);
        add(6, "330106", Stage.INFANT, 4, 4, HOUR, HOUR);
        add(15, "330108", Stage.INFANT, 4, 4, HOUR, HOUR);

        Outcome outcome = publish();

        assertThat(outcome.counties())
                .extracting(it -> it.part().county())
                .containsExactly("330102", "330106", "330108");
        assertThat(outcome.counties())
                .extracting(Outcome.Line::guardians)
                .containsExactly(new Shown(30), FEW, FEW);
        assertThat(outcome.all().guardians()).isEqualTo(new Shown(60));
        assertThat(outcome.stages()).hasSize(Stage.values().length + 1);
    }

    @Test
    void means_take_fifty_guardians_and_tenths_take_five_hundred() {
        missing(10, "330102", Stage.PRIMARY);
        add(49, "330102", Stage.PRIMARY, 4, 4, HOUR, HOUR);
        assertThat(publish().all().meanNow()).isEqualTo(FEW);
        assertThat(lessons().now()).isEqualTo(FEW);

        add(11, "330102", Stage.PRIMARY, 6, 6, HOUR, HOUR);
        assertThat(publish().all().meanNow()).isEqualTo(new Shown(40));
        assertThat(lessons().now()).isEqualTo(new Shown(300));

        add(440, "330102", Stage.PRIMARY, 4, 4, HOUR, HOUR);
        add(400, "330102", Stage.PRIMARY, 5, 5, HOUR, HOUR);
        assertThat(publish().all().meanNow()).isEqualTo(new Shown(45));
    }

    @Test
    void half_and_nine_tenths_are_the_hours_that_so_many_stay_within() {
        missing(10, "330102", Stage.JUNIOR);
        add(10, "330102", Stage.JUNIOR, 4, 4, -1, -1);
        for (int hours = 1; hours <= 20; hours++) {
            add(1, "330102", Stage.JUNIOR, 4, 4, hours * HOUR, hours * HOUR);
        }

        assertThat(level().hoursNow()).isEqualTo(new Outcome.Hours(new Shown(100), FEW));

        add(80, "330102", Stage.JUNIOR, 4, 4, 5 * HOUR, 5 * HOUR);
        assertThat(level().hoursNow()).isEqualTo(new Outcome.Hours(new Shown(50), new Shown(100)));
    }

    private void add(
            int guardians, String county, Stage stage, int now, int then, int at, int triedAt) {
        IntStream.range(0, guardians)
                .forEach(_ ->
                        gathered.add(
                                new Gathered.Lived(
                                        new GuardianId(Ids.next()),
                                        county + "001",
                                        stage,
                                        1,
                                        lessons(now, then),
                                        reached(at, triedAt)),
                                1));
    }

    private static Reached reached(int now, int then) {
        return new Reached() {
            @Override
            public int now(int rung) {
                return now;
            }

            @Override
            public int then(int rung) {
                return then;
            }
        };
    }

    private static Gathered.Points lessons(int now, int then) {
        Gathered.Points points = new Gathered.Points();
        points.add(EventKind.LESSON_COMPLETED, now, then);
        return points;
    }

    private void missing(int guardians, String county, Stage stage) {
        for (int i = 0; i < guardians; i++) {
            gathered.miss(county + "001", 1);
            gathered.miss(List.of(stage), 1);
        }
    }

    private static Outcome.Line nothing() {
        return new Outcome.Line(new Outcome.Part("", null), FEW, FEW, FEW, FEW, FEW);
    }

    private Outcome.Kind lessons() {
        return publish().kinds().get(EventKind.LESSON_COMPLETED.ordinal());
    }

    private Outcome.Level level() {
        return publish().levels().getFirst();
    }

    private Outcome publish() {
        String text =
                """
                division: "33"
                from: 2026-09-01
                name: { zh: 规则, en: Rules }
                """;
        Proposed proposed = new Proposed.OfRules(RuleFile.read("test.yaml", text));
        Asked asked = new Asked(proposed, Term.ofCode("2026-autumn").orElseThrow(), Owner.of("33"));
        return Publishing.publish(asked, 1, gathered, List.of(RUNG), false);
    }
}
