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
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;

class PublishingTests {

    private static final Few FEW = new Few();
    private static final Words NAME = new Words("一", "one");
    private static final Rung RUNG = new Rung("s", NAME, "l", NAME, 1, NAME, true, true);
    private static final int HOUR = 3600;

    private final Gathered gathered = new Gathered(1);

    @Test
    void of_nine_guardians_nothing_is_told_and_of_ten_it_is() {
        add(9, "330102", Stage.PRIMARY, 4, 6, HOUR, HOUR);
        assertThat(publish().all()).isEqualTo(new Outcome.Line("", null, FEW, FEW, FEW, FEW, FEW));
        assertThat(publish().events()).isEqualTo(FEW);
        assertThat(publish().kinds()).allMatch(it -> it.now().equals(FEW));

        add(1, "330102", Stage.PRIMARY, 4, 6, HOUR, HOUR);

        Outcome.Line all = publish().all();
        assertThat(all.guardians()).isEqualTo(new Shown(10));
        assertThat(all.meanNow()).isEqualTo(new Shown(40));
        assertThat(all.meanThen()).isEqualTo(new Shown(60));
        assertThat(all.more()).isEqualTo(new Shown(10));
        assertThat(all.less()).isEqualTo(FEW);
        assertThat(level().hoursNow()).isEqualTo(new Outcome.Hours(FEW, FEW));
    }

    @Test
    void where_fewer_than_ten_differ_no_change_is_shown_as_where_none_does() {
        add(40, "330102", Stage.PRIMARY, 4, 4, HOUR, HOUR);
        Outcome before = publish();
        add(9, "330102", Stage.PRIMARY, 4, 1000, -1, HOUR);

        Outcome.Line all = publish().all();
        assertThat(all.meanThen()).isEqualTo(all.meanNow());
        assertThat(all.more()).isEqualTo(before.all().more()).isEqualTo(FEW);
        assertThat(lessons().then()).isEqualTo(lessons().now());
        assertThat(level().then()).isEqualTo(level().now()).isEqualTo(new Shown(40));
    }

    @Test
    void counts_are_to_the_nearest_ten_so_that_no_county_follows_from_the_others() {
        add(34, "330102", Stage.PRIMARY, 4, 4, HOUR, HOUR);
        add(6, "330106", Stage.INFANT, 4, 4, HOUR, HOUR);
        add(15, "330108", Stage.INFANT, 4, 4, HOUR, HOUR);

        Outcome outcome = publish();

        assertThat(outcome.counties())
                .extracting(Outcome.Line::county)
                .containsExactly("330102", "330106", "330108");
        assertThat(outcome.counties())
                .extracting(Outcome.Line::guardians)
                .containsExactly(new Shown(30), FEW, new Shown(20));
        assertThat(outcome.all().guardians()).isEqualTo(new Shown(60));
        assertThat(outcome.stages())
                .hasSize(Stage.values().length + 1)
                .filteredOn(it -> it.stage() == Stage.INFANT)
                .extracting(Outcome.Line::guardians)
                .containsExactly(new Shown(20));
    }

    @Test
    void half_and_nine_tenths_are_the_hours_that_so_many_stay_within() {
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
                                county + "001",
                                stage,
                                1,
                                lessons(now),
                                lessons(then),
                                reached(at, triedAt)));
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

    private static int[] lessons(int points) {
        int[] kinds = new int[EventKind.values().length];
        kinds[EventKind.LESSON_COMPLETED.ordinal()] = points;
        return kinds;
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
        return Publishing.publish(asked, 1, gathered, List.of(RUNG));
    }
}
