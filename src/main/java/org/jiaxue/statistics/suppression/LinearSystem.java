package org.jiaxue.statistics.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an attentive reader can work out by adding and subtracting: each equation says that some
 * withheld figures, less some others, come to a known number. Only the shape matters here, not the
 * numbers, so everything is reckoned modulo a large prime.
 */
final class LinearSystem {

    static final long PRIME = (1L << 31) - 1;

    private final List<Map<Integer, Long>> rows = new ArrayList<>();

    /** One equation; without any withheld figure it says nothing. */
    void add(Set<Integer> plus, Set<Integer> minus) {
        Map<Integer, Long> row = new HashMap<>();
        plus.forEach(cell -> row.put(cell, 1L));
        minus.forEach(cell -> row.put(cell, PRIME - 1));
        if (!row.isEmpty()) {
            rows.add(row);
        }
    }

    /** The figures that follow from the equations one by one. */
    List<Integer> known() {
        return solved(_ -> false).stream()
                .filter(row -> row.size() == 1)
                .map(row -> row.keySet().iterator().next())
                .toList();
    }

    /**
     * A union of figures whose sum follows from the equations and which tells of few, wherever
     * there is one: every such union is looked at, or cut off where all that contain it are safe.
     *
     * @param tells whether a union tells of few; where one does not, no larger one may
     * @return empty where no union tells; where the search came to its bound without an answer, all
     *     the figures that it was about
     */
    Optional<Set<Integer>> tellingUnion(Predicate<Set<Integer>> tells) {
        Map<Integer, Boolean> asked = new HashMap<>();
        Predicate<Integer> safe =
                cell -> asked.computeIfAbsent(cell, it -> !tells.test(Set.of(it)));
        List<Map<Integer, Long>> telling =
                solved(safe).stream().filter(row -> row.keySet().stream().noneMatch(safe)).toList();
        return together(telling).stream()
                .sorted(Comparator.comparingInt(List::size))
                .flatMap(rows ->
                        new UnionSearch(rows, tells, UnionSearch.MOST_CHOICES).first().stream())
                .findFirst();
    }

    /**
     * To reduced row echelon form, so that a figure that follows is alone in its row.
     *
     * @param first what to eliminate before anything else, so that the rows left without it are a
     *     basis of all that follows without it
     */
    private List<Map<Integer, Long>> solved(Predicate<Integer> first) {
        return new Elimination(rows).solve(first);
    }

    /** Rows that share a figure, directly or by others, belong together. */
    private static List<List<Map<Integer, Long>>> together(List<Map<Integer, Long>> rows) {
        List<List<Map<Integer, Long>>> groups = new ArrayList<>();
        List<Map<Integer, Long>> left = new ArrayList<>(rows);
        while (!left.isEmpty()) {
            List<Map<Integer, Long>> group = new ArrayList<>(List.of(left.removeFirst()));
            for (int i = 0; i < group.size(); i++) {
                Set<Integer> cells = group.get(i).keySet();
                List<Map<Integer, Long>> near =
                        left.stream()
                                .filter(row -> row.keySet().stream().anyMatch(cells::contains))
                                .toList();
                group.addAll(near);
                left.removeAll(near);
            }
            groups.add(group);
        }
        return groups;
    }
}
