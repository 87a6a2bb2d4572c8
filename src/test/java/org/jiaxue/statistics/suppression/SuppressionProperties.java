package org.jiaxue.statistics.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.web.Term;
import org.junit.jupiter.api.Test;

/** Plays the curious reader against invented counties, whose every family is known here. */
class SuppressionProperties {

    private static final List<Period> PERIODS =
            County.periods(new Term(2025, Term.Half.AUTUMN), LocalDate.of(2026, 3, 1));

    @Property(tries = 120)
    void a_withheld_figure_always_has_its_reason_and_a_shown_one_never_tells_of_few(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int streets) {
        County county = County.of(new Random(seed), streets, PERIODS);
        for (Measure measure : List.of(Measure.GUARDIANS, Measure.LESSONS)) {
            Publication decided = county.publish(measure);
            decided.rows()
                    .forEach((name, row) -> {
                        for (int i = 0; i < PERIODS.size(); i++) {
                            Cell cell = row.cells().get(i);
                            switch (row.marks().get(i)) {
                                case SHOWN ->
                                        assertThat(cell.few() && !adds(decided, name, i, measure))
                                                .as(name)
                                                .isFalse();
                                case FEW -> assertThat(cell.few()).as(name).isTrue();
                                case GUARDED -> assertThat(cell.empty()).isFalse();
                                case OPEN, FOLLOWS ->
                                        throw new AssertionError("left open: " + name);
                            }
                        }
                    });
        }
    }

    /** Whether a figure is only the sum of shorter periods that are all shown. */
    private static boolean adds(Publication decided, String name, int period, Measure measure) {
        Unit unit = PERIODS.get(period).unit();
        Unit below = unit == Unit.TERM ? Unit.MONTH : Unit.WEEK;
        return !measure.heads()
                && unit != Unit.WEEK
                && IntStream.range(0, PERIODS.size())
                        .filter(part -> PERIODS.get(part).unit() == below)
                        .filter(part -> PERIODS.get(period).holds(PERIODS.get(part)))
                        .allMatch(part -> decided.row(name).marks().get(part) == Mark.SHOWN);
    }

    @Property(tries = 120)
    void subtraction_never_reaches_a_group_of_fewer_than_ten(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int streets) {
        Random random = new Random(seed);
        County county = County.of(random, streets, PERIODS);
        for (Measure measure : List.of(Measure.GUARDIANS, Measure.LESSONS)) {
            Reader reader = new Reader(county, county.publish(measure), measure.heads());
            for (Map<Reader.Place, Long> sum : reader.sums(random, 400)) {
                boolean union = !sum.isEmpty() && Set.of(1L).containsAll(sum.values());
                if (union) {
                    long behind = county.guardians(sum.keySet(), measure).size();
                    assertThat(behind)
                            .as("behind %s of %s", measure, sum.keySet())
                            .isGreaterThanOrEqualTo(Suppression.LEAST);
                    if (measure.heads() || inOneWeek(sum.keySet())) {
                        assertThat(county.group(sum.keySet()) - behind)
                                .as("missing from %s of %s", measure, sum.keySet())
                                .isGreaterThanOrEqualTo(Suppression.LEAST);
                    }
                    assertThat(sum.size()).isGreaterThan(1);
                }
            }
        }
    }

    /** Here three solved sums, and no two of them, gave a union of few. */
    @Test
    void what_only_three_sums_together_give_is_withheld_too() {
        subtraction_never_reaches_a_group_of_fewer_than_ten(309, 4);
    }

    /** Lessons of several weeks may be added up; that is no number of people. */
    private static boolean inOneWeek(Set<Reader.Place> places) {
        return places.stream().map(Reader.Place::period).distinct().count() == 1
                && places.iterator().next().period().unit() == Unit.WEEK;
    }

    @Property(tries = 120)
    void bounds_never_close_in_on_a_withheld_figure(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int streets) {
        County county = County.of(new Random(seed), streets, PERIODS);
        for (Measure measure : List.of(Measure.GUARDIANS, Measure.LESSONS)) {
            Reader reader = new Reader(county, county.publish(measure), measure.heads());
            reader.bounds()
                    .forEach((place, bounds) ->
                            assertThat(bounds.high() - bounds.low())
                                    .as("%s at %s", measure, place)
                                    .isGreaterThan(0));
        }
    }

    @Property(tries = 60)
    void what_was_decided_in_one_week_stays_so_when_more_weeks_have_passed(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int streets) {
        List<Period> sooner =
                County.periods(new Term(2025, Term.Half.AUTUMN), LocalDate.of(2025, 11, 5));
        County county = County.of(new Random(seed), streets, PERIODS);
        for (Measure measure : List.of(Measure.GUARDIANS, Measure.LESSONS)) {
            Publication before = county.during(sooner).publish(measure);
            Publication after = county.publish(measure);
            same(sooner, before, after);
        }
    }

    private static void same(List<Period> sooner, Publication before, Publication after) {
        before.rows()
                .forEach((name, row) -> {
                    for (Period period : sooner) {
                        Mark then = row.marks().get(sooner.indexOf(period));
                        Mark now = after.row(name).marks().get(PERIODS.indexOf(period));
                        assertThat(now).as("%s %s", name, period).isEqualTo(then);
                    }
                });
    }

    @Property(tries = 60)
    void a_large_county_with_busy_streets_shows_everything(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int streets) {
        Random random = new Random(seed);
        Map<Integer, Integer> groups = new TreeMap<>();
        List<Double> busy = new ArrayList<>();
        for (int street = 1; street <= streets; street++) {
            groups.put(street, 120 + random.nextInt(100));
            busy.add(0.5);
        }
        County county = County.of(random, groups, busy, PERIODS);
        Publication decided = county.publish(Measure.GUARDIANS);
        for (int i = 0; i < PERIODS.size(); i++) {
            if (PERIODS.get(i).unit() == Unit.WEEK) {
                for (var row : decided.rows().values()) {
                    assertThat(row.marks().get(i)).isEqualTo(Mark.SHOWN);
                }
            }
        }
    }
}
