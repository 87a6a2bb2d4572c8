package org.jiaxue.statistics.suppression;

import static org.jiaxue.statistics.suppression.LinearSystem.PRIME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Gauss–Jordan elimination of sparse equations, modulo {@link LinearSystem#PRIME}. */
final class Elimination {

    private final List<Map<Integer, Long>> rows = new ArrayList<>();

    /** In how many rows a figure stands. */
    private final Map<Integer, Integer> standing = new HashMap<>();

    Elimination(List<Map<Integer, Long>> equations) {
        equations.forEach(row -> {
            rows.add(new HashMap<>(row));
            row.keySet().forEach(cell -> standing.merge(cell, 1, Integer::sum));
        });
    }

    /**
     * To reduced row echelon form; rows that say nothing new are left out.
     *
     * @param first what to eliminate before anything else
     */
    List<Map<Integer, Long>> solve(Predicate<Integer> first) {
        Set<Integer> pivoted = new HashSet<>();
        pass(pivoted, first);
        pass(pivoted, _ -> true);
        rows.removeIf(Map::isEmpty);
        return rows;
    }

    private void pass(Set<Integer> pivoted, Predicate<Integer> among) {
        for (int i = 0; i < rows.size(); i++) {
            int pivot = pivoted.contains(i) ? -1 : rarest(rows.get(i), among);
            if (pivot >= 0) {
                pivoted.add(i);
                eliminate(i, pivot);
            }
        }
    }

    /** The figure of a row that stands in the fewest rows, so that rows stay short. */
    private int rarest(Map<Integer, Long> row, Predicate<Integer> among) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int cell : row.keySet()) {
            int count = standing.getOrDefault(cell, 0);
            if (count < fewest && among.test(cell)) {
                fewest = count;
                best = cell;
            }
        }
        return best;
    }

    private void eliminate(int i, int pivot) {
        Map<Integer, Long> row = rows.get(i);
        long inverse = inverse(row.getOrDefault(pivot, 1L));
        row.replaceAll((_, value) -> value * inverse % PRIME);
        for (int other = 0; other < rows.size(); other++) {
            Long factor = rows.get(other).get(pivot);
            if (other != i && factor != null) {
                subtract(rows.get(other), row, factor);
            }
        }
    }

    private void subtract(Map<Integer, Long> from, Map<Integer, Long> row, long factor) {
        row.forEach((cell, value) -> {
            Long before = from.get(cell);
            long had = before == null ? 0 : before;
            long left = (had + (PRIME - factor) * value % PRIME) % PRIME;
            if (left == 0) {
                from.remove(cell);
                standing.merge(cell, -1, Integer::sum);
            } else {
                from.put(cell, left);
                if (before == null) {
                    standing.merge(cell, 1, Integer::sum);
                }
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
