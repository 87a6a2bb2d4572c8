package org.jiaxue.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an attentive reader can work out by adding and subtracting: each equation says that some
 * withheld figures, less some others, come to a known number. Only the shape matters here, not the
 * numbers, so everything is reckoned modulo a large prime.
 */
final class LinearSystem {

    private static final long PRIME = (1L << 31) - 1;

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

    /**
     * Solves as far as it goes. A figure that follows from the equations stands in a set of its
     * own; further sets are unions of figures whose sum follows from one solved equation or from
     * two that share a figure. What only three or more together give is not looked for.
     */
    List<Set<Integer>> knownUnions() {
        eliminate();
        List<Set<Integer>> known = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            addUnion(known, rows.get(i));
            for (int other = 0; other < i; other++) {
                if (!Collections.disjoint(rows.get(i).keySet(), rows.get(other).keySet())) {
                    addUnion(known, combined(rows.get(i), rows.get(other), 1));
                    addUnion(known, combined(rows.get(i), rows.get(other), PRIME - 1));
                }
            }
        }
        return known;
    }

    private static void addUnion(List<Set<Integer>> known, Map<Integer, Long> row) {
        if (row.values().stream().distinct().count() == 1) {
            known.add(Set.copyOf(row.keySet()));
        }
    }

    /** One equation less so many times another. */
    private static Map<Integer, Long> combined(
            Map<Integer, Long> row, Map<Integer, Long> other, long times) {
        Map<Integer, Long> combined = new HashMap<>(row);
        subtract(combined, other, times);
        return combined;
    }

    /** To reduced row echelon form, so that a figure that follows is alone in its row. */
    private void eliminate() {
        for (int i = 0; i < rows.size(); i++) {
            Map<Integer, Long> row = rows.get(i);
            if (row.isEmpty()) {
                continue;
            }
            int pivot = rarest(row);
            scale(row, inverse(row.getOrDefault(pivot, 1L)));
            for (int other = 0; other < rows.size(); other++) {
                Long factor = rows.get(other).get(pivot);
                if (other != i && factor != null) {
                    subtract(rows.get(other), row, factor);
                }
            }
        }
    }

    /** The figure of a row that stands in the fewest rows, so that rows stay short. */
    private int rarest(Map<Integer, Long> row) {
        int best = -1;
        long fewest = Long.MAX_VALUE;
        for (int cell : row.keySet()) {
            long count = rows.stream().filter(one -> one.containsKey(cell)).count();
            if (count < fewest) {
                fewest = count;
                best = cell;
            }
        }
        return best;
    }

    private static void scale(Map<Integer, Long> row, long factor) {
        row.replaceAll((_, value) -> value * factor % PRIME);
    }

    private static void subtract(Map<Integer, Long> from, Map<Integer, Long> row, long factor) {
        row.forEach((cell, value) -> {
            long left = (from.getOrDefault(cell, 0L) + (PRIME - factor) * value % PRIME) % PRIME;
            if (left == 0) {
                from.remove(cell);
            } else {
                from.put(cell, left);
            }
        });
    }

    private static long inverse(long value) {
        long result = 1;
        long base = value;
        for (long power = PRIME - 2; power > 0; power >>= 1) {
            if ((power & 1) == 1) {
                result = result * base % PRIME;
            }
            base = base * base % PRIME;
        }
        return result;
    }
}
