package org.jiaxue.licences.scheme;

import java.util.HashMap;
import java.util.Map;

/**
 * The sums of one layer within one period, by name; a sum that is not there is 0.
 *
 * @param sums by their names in criteria, for instance {@code deeds.lesson}
 */
public record Standing(Map<String, Integer> sums) {

    public static final Standing ZERO = new Standing(Map.of());

    public Standing {
        sums = Map.copyOf(sums);
    }

    public int of(String name) {
        return sums.getOrDefault(name, 0);
    }

    public int points() {
        return of(Sums.POINTS);
    }

    /** The sums with these added; what is added may be below 0. */
    public Standing plus(Map<String, Integer> more) {
        Map<String, Integer> together = new HashMap<>(sums);
        more.forEach((name, value) -> together.merge(name, value, Integer::sum));
        return new Standing(together);
    }

    public Standing minus(Map<String, Integer> less) {
        Map<String, Integer> negative = new HashMap<>();
        less.forEach((name, value) -> negative.put(name, -value));
        return plus(negative);
    }

    /** The sums with one of them set. */
    public Standing with(String name, int value) {
        Map<String, Integer> changed = new HashMap<>(sums);
        changed.put(name, value);
        return new Standing(changed);
    }
}
