package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.closing.FigureStore.Kept;

/**
 * Plays the curious reader of a whole province who lays the table of the divisions beside that of
 * the stages, week by week and month by month, and adds and subtracts.
 */
class ProvinceProperties {

    private static final int LEAST = 10;
    private static final Period MONTH = Period.of(YearMonth.of(2025, 10));
    private static final int TRIES = 600;
    private static final int STEPS = 8;

    /** Where a figure stands. */
    private record Place(String part, String stage, Period period) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }
    }

    @Property(tries = 15)
    void stages_and_divisions_together_never_tell_of_fewer_than_ten(@ForAll long seed) {
        Random random = new Random(seed);
        Province province = new Province(random, MONTH);
        List<Kept> published = province.publish();
        for (Measure measure : List.of(Measure.GUARDIANS, Measure.LESSONS)) {
            Map<Place, Kept> figures =
                    published.stream()
                            .filter(one -> one.measure() == measure)
                            .collect(Collectors.toMap(ProvinceProperties::place, one -> one));
            List<Map<Place, Long>> equations = equations(figures, measure);
            for (int i = 0; i < TRIES && !equations.isEmpty(); i++) {
                Map<Place, Long> sum =
                        new TreeMap<>(equations.get(random.nextInt(equations.size())));
                for (int step = 0; step < STEPS && !sum.isEmpty(); step++) {
                    requireMany(province, sum, measure);
                    subtract(random, sum, equations);
                }
            }
        }
    }

    private static Place place(Kept one) {
        return new Place(one.part(), one.stage(), one.period());
    }

    private static void requireMany(Province province, Map<Place, Long> sum, Measure measure) {
        Set<Long> weights = new HashSet<>(sum.values());
        if (!weights.equals(Set.of(1L)) && !weights.equals(Set.of(-1L))) {
            return;
        }
        Set<String> behind = new HashSet<>();
        sum.keySet()
                .forEach(
                        it -> behind.addAll(province.families(it.part(), it.stage(), it.period())));
        assertThat(behind).as("behind %s", sum).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(sum.size()).as("%s", sum).isGreaterThan(1);
        Set<Period> periods = sum.keySet().stream().map(Place::period).collect(Collectors.toSet());
        if (measure.heads() || (periods.size() == 1 && Province.week(periods.iterator().next()))) {
            List<String> parts = sum.keySet().stream().map(Place::part).toList();
            assertThat(province.group(parts) - behind.size())
                    .as("missing from %s", sum)
                    .isGreaterThanOrEqualTo(LEAST);
        }
    }

    private static void subtract(
            Random random, Map<Place, Long> sum, List<Map<Place, Long>> equations) {
        Place pivot = List.copyOf(sum.keySet()).get(random.nextInt(sum.size()));
        List<Map<Place, Long>> touching =
                equations.stream().filter(one -> one.containsKey(pivot)).toList();
        Map<Place, Long> other = touching.get(random.nextInt(touching.size()));
        long factor = -sum.getOrDefault(pivot, 0L) * other.getOrDefault(pivot, 0L);
        other.forEach((place, weight) -> sum.merge(place, weight * factor, Long::sum));
        sum.values().removeIf(weight -> weight == 0);
    }

    /** What a reader knows of the withheld figures: each sum over places, stages and time. */
    private static List<Map<Place, Long>> equations(Map<Place, Kept> figures, Measure measure) {
        Map<Place, List<Place>> below = new TreeMap<>();
        Map<Place, List<Place>> stages = new TreeMap<>();
        Map<Place, List<Place>> weeks = new TreeMap<>();
        for (Place one : figures.keySet()) {
            String above = Counted.above(one.part());
            below.computeIfAbsent(new Place(above, one.stage(), one.period()), _ -> list())
                    .add(one);
            if (!one.stage().isEmpty()) {
                stages.computeIfAbsent(new Place(one.part(), "", one.period()), _ -> list())
                        .add(one);
            }
            if (Province.week(one.period())) {
                weeks.computeIfAbsent(new Place(one.part(), one.stage(), MONTH), _ -> list())
                        .add(one);
            }
        }
        List<Map<Place, Long>> all = new ArrayList<>();
        below.forEach((total, parts) -> all.add(equation(figures, total, parts)));
        if (!measure.heads()) {
            stages.forEach((total, parts) -> all.add(equation(figures, total, parts)));
            weeks.forEach((total, parts) -> all.add(equation(figures, total, parts)));
        }
        all.removeIf(Map::isEmpty);
        return all;
    }

    private static List<Place> list() {
        return new ArrayList<>();
    }

    /** The withheld figures of a sum; a total that is nowhere published says nothing. */
    private static Map<Place, Long> equation(
            Map<Place, Kept> figures, Place total, List<Place> parts) {
        Kept whole = figures.get(total);
        if (whole == null) {
            return new HashMap<>();
        }
        Map<Place, Long> weights = new TreeMap<>();
        for (Place part : parts) {
            Kept figure = figures.get(part);
            if (figure != null && figure.mark().hidden()) {
                weights.put(part, 1L);
            }
        }
        if (whole.mark().hidden()) {
            weights.put(total, -1L);
        }
        return weights;
    }
}
