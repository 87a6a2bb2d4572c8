package org.jiaxue.statistics.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.web.Term;

/** Plays the curious reader who combines what is shown of a city with what is of its counties. */
class CityProperties {

    private static final List<Period> MONTH =
            County.periods(new Term(2025, Term.Half.AUTUMN), LocalDate.of(2025, 10, 6));

    /** Where a figure stands. */
    private record Place(String name, Period period) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }
    }

    @Property(tries = 60)
    void subtraction_across_levels_never_reaches_a_group_of_fewer_than_ten(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int counties) {
        Random random = new Random(seed);
        City city = new City(random, counties, MONTH);
        for (Measure measure : List.of(Measure.GUARDIANS, Measure.LESSONS)) {
            List<Map<Place, Long>> equations = equations(city, measure);
            for (int i = 0; i < 300 && !equations.isEmpty(); i++) {
                Map<Place, Long> sum =
                        new TreeMap<>(equations.get(random.nextInt(equations.size())));
                for (int step = 0; step < 8 && !sum.isEmpty(); step++) {
                    requireMany(city, sum, measure);
                    subtract(random, sum, equations);
                }
            }
        }
    }

    private static void requireMany(City city, Map<Place, Long> sum, Measure measure) {
        Set<Long> weights = new HashSet<>(sum.values());
        if (!weights.equals(Set.of(1L)) && !weights.equals(Set.of(-1L))) {
            return;
        }
        Set<String> behind = new HashSet<>();
        sum.keySet().forEach(place -> behind.addAll(city.guardians(place.name(), place.period())));
        assertThat(behind).as("behind %s", sum).hasSizeGreaterThanOrEqualTo(Suppression.LEAST);
        assertThat(sum.size()).as("%s", sum).isGreaterThan(1);
        Set<Period> periods = sum.keySet().stream().map(Place::period).collect(Collectors.toSet());
        Unit unit = periods.iterator().next().unit();
        if (measure.heads() || (periods.size() == 1 && unit == Unit.WEEK)) {
            List<String> names = sum.keySet().stream().map(Place::name).toList();
            assertThat(city.group(names) - behind.size())
                    .as("missing from %s", sum)
                    .isGreaterThanOrEqualTo(Suppression.LEAST);
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

    /** What a reader knows of the withheld figures: sums over places, and of lessons over time. */
    private static List<Map<Place, Long>> equations(City city, Measure measure) {
        List<Map<Place, Long>> all = new ArrayList<>();
        for (Period period : MONTH) {
            city.below()
                    .forEach((name, parts) -> {
                        List<Place> places =
                                parts.stream().map(it -> new Place(it, period)).toList();
                        all.add(equation(city, measure, new Place(name, period), places));
                        if (!measure.heads() && period.unit() == Unit.MONTH) {
                            parts.forEach(part -> all.add(overTime(city, measure, part, period)));
                            all.add(overTime(city, measure, name, period));
                        }
                    });
        }
        all.removeIf(Map::isEmpty);
        return all;
    }

    private static Map<Place, Long> overTime(
            City city, Measure measure, String name, Period month) {
        List<Place> weeks =
                MONTH.stream()
                        .filter(week -> week.unit() == Unit.WEEK && month.holds(week))
                        .map(week -> new Place(name, week))
                        .toList();
        return equation(city, measure, new Place(name, month), weeks);
    }

    private static Map<Place, Long> equation(
            City city, Measure measure, Place total, List<Place> parts) {
        Map<Place, Long> weights = new TreeMap<>();
        for (Place part : parts) {
            if (hidden(city, measure, part)) {
                weights.put(part, 1L);
            }
        }
        if (hidden(city, measure, total)) {
            weights.put(total, -1L);
        }
        return weights;
    }

    private static boolean hidden(City city, Measure measure, Place place) {
        Row row = city.row(place.name(), measure);
        int column = MONTH.indexOf(place.period());
        return row.marks().get(column).hidden() && !row.cells().get(column).empty();
    }
}
