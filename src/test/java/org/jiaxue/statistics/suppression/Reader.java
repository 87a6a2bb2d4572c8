package org.jiaxue.statistics.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;

/**
 * A curious reader who knows every shown figure, the size of every group and what the words mean,
 * and adds, subtracts and bounds at will.
 */
final class Reader {

    private static final long FAR = 1_000_000_000L;

    /** Where a figure stands. */
    record Place(int street, Period period) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Between these two a figure must lie. */
    record Bounds(long low, long high) {}

    /** Weighted figures, those that are withheld only, that come to a known number. */
    private record Equation(Map<Place, Long> weights, long value, boolean atMost) {}

    private final County county;
    private final Publication publication;
    private final boolean heads;
    private final List<Equation> equations = new ArrayList<>();

    Reader(County county, Publication publication, boolean heads) {
        this.county = county;
        this.publication = publication;
        this.heads = heads;
        for (Period period : publication.periods()) {
            List<Place> streets =
                    county.groups().keySet().stream().map(it -> new Place(it, period)).toList();
            learn(new Place(0, period), streets, false);
            List<Period> shorter = shorter(period);
            for (int street = 0; !shorter.isEmpty() && street <= streets.size(); street++) {
                int here = street;
                List<Place> parts = shorter.stream().map(it -> new Place(here, it)).toList();
                learn(new Place(street, period), parts, heads);
            }
        }
    }

    private List<Period> shorter(Period period) {
        Unit below = period.unit() == Unit.TERM ? Unit.MONTH : Unit.WEEK;
        return publication.periods().stream()
                .filter(one -> !one.equals(period) && one.unit() == below && period.holds(one))
                .toList();
    }

    private void learn(Place total, List<Place> parts, boolean atMost) {
        Map<Place, Long> weights = new TreeMap<>();
        long value = 0;
        for (Place part : parts) {
            if (hidden(part)) {
                weights.put(part, 1L);
            } else {
                value -= cell(part).value();
            }
        }
        if (hidden(total)) {
            weights.put(total, -1L);
        } else {
            value += cell(total).value();
        }
        if (!weights.isEmpty()) {
            equations.add(new Equation(weights, value, atMost));
        }
    }

    /** What comes out of adding and subtracting a few equations at random, many times over. */
    List<Map<Place, Long>> sums(Random random, int times) {
        List<Equation> exact = equations.stream().filter(one -> !one.atMost()).toList();
        List<Map<Place, Long>> found =
                new ArrayList<>(exact.stream().map(Equation::weights).toList());
        for (int i = 0; i < times && !exact.isEmpty(); i++) {
            Map<Place, Long> sum = new TreeMap<>(exact.get(random.nextInt(exact.size())).weights());
            for (int step = 0; step < 1 + random.nextInt(12); step++) {
                Place pivot = List.copyOf(sum.keySet()).get(random.nextInt(sum.size()));
                List<Equation> touching =
                        exact.stream().filter(one -> one.weights().containsKey(pivot)).toList();
                Equation other = touching.get(random.nextInt(touching.size()));
                long factor = -weight(sum, pivot) * weight(other.weights(), pivot);
                other.weights()
                        .forEach((place, weight) -> sum.merge(place, weight * factor, Long::sum));
                sum.values().removeIf(weight -> weight == 0);
                if (sum.isEmpty()) {
                    break;
                }
                found.add(normal(sum));
            }
        }
        return found;
    }

    private static long weight(Map<Place, Long> weights, Place place) {
        return weights.getOrDefault(place, 0L);
    }

    private static Map<Place, Long> normal(Map<Place, Long> sum) {
        Map<Place, Long> copy = new TreeMap<>(sum);
        if (copy.values().stream().allMatch(weight -> weight < 0)) {
            copy.replaceAll((_, weight) -> -weight);
        }
        return copy;
    }

    /** Bounds of every withheld figure of a group that leaves room for doubt. */
    Map<Place, Bounds> bounds() {
        Map<Place, Bounds> bounds = new HashMap<>();
        for (Period period : publication.periods()) {
            for (int street = 0; street <= county.groups().size(); street++) {
                Place place = new Place(street, period);
                if (hidden(place)) {
                    bounds.put(place, word(place));
                }
            }
        }
        for (int round = 0; round < 60; round++) {
            for (Equation equation : equations) {
                tighten(equation, bounds);
            }
        }
        return bounds;
    }

    private static void tighten(Equation equation, Map<Place, Bounds> bounds) {
        equation.weights()
                .forEach((place, weight) -> {
                    long least = 0;
                    long most = 0;
                    for (var other : equation.weights().entrySet()) {
                        Bounds one = bounds.getOrDefault(other.getKey(), new Bounds(0, FAR));
                        if (!other.getKey().equals(place)) {
                            boolean plus = other.getValue() > 0;
                            least += plus ? one.low() : -one.high();
                            most += plus ? one.high() : -one.low();
                        }
                    }
                    long low = weight > 0 ? equation.value() - most : least - equation.value();
                    long high = weight > 0 ? equation.value() - least : most - equation.value();
                    Bounds old = bounds.getOrDefault(place, new Bounds(0, FAR));
                    boolean lowHolds = !equation.atMost() || weight > 0;
                    boolean highHolds = !equation.atMost() || weight < 0;
                    bounds.put(
                            place,
                            new Bounds(
                                    lowHolds ? Math.max(old.low(), low) : old.low(),
                                    highHolds ? Math.min(old.high(), high) : old.high()));
                });
    }

    /** What the word by itself says. */
    private Bounds word(Place place) {
        Cell cell = cell(place);
        long group = county.group(place.street());
        boolean few = mark(place) == Mark.FEW && group >= 19;
        if (!heads) {
            return new Bounds(0, FAR);
        }
        if (few) {
            return cell.behind() < 10 ? new Bounds(0, 9) : new Bounds(group - 9, group);
        }
        return new Bounds(0, group);
    }

    private boolean hidden(Place place) {
        return mark(place).hidden();
    }

    private Mark mark(Place place) {
        return publication
                .row("" + place.street())
                .marks()
                .get(publication.periods().indexOf(place.period()));
    }

    private Cell cell(Place place) {
        return publication
                .row("" + place.street())
                .cells()
                .get(publication.periods().indexOf(place.period()));
    }
}
