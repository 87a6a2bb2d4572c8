package org.jiaxue.statistics.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.statistics.suppression.Suppression.Relation;

/**
 * How many guardians there are at least behind several figures together, and missing from them. A
 * search asks this some hundred thousand times, so what can be known before is worked out once.
 */
final class Unions {

    private final List<Cell> cells;
    private final boolean[] addedUp;

    /** The units of the cells, numbered from one; nought is {@link Cell#ABOVE}. */
    private final int[] unit;

    private final int units;

    /** Relations by the first of the parts that must all lie in a union for its total to count. */
    private final Map<Integer, List<Covering>> coverings = new HashMap<>();

    /** A total, and the parts, nobody's aside, that come to it together. */
    private record Covering(int total, List<Integer> parts) {}

    /**
     * Works out what is asked over and over.
     *
     * @param heads whether the figures count guardians
     */
    Unions(List<Cell> cells, List<Relation> relations, boolean heads) {
        this.cells = List.copyOf(cells);
        Map<Integer, Integer> numbers = new HashMap<>(Map.of(Cell.ABOVE, 0));
        this.unit =
                cells.stream()
                        .mapToInt(it -> numbers.computeIfAbsent(it.unit(), _ -> numbers.size()))
                        .toArray();
        this.units = numbers.size();
        this.addedUp = new boolean[cells.size()];
        for (Relation relation : relations) {
            List<Integer> peopled =
                    relation.parts().stream().filter(it -> cells.get(it).behind() > 0).toList();
            if (!peopled.isEmpty()) {
                coverings
                        .computeIfAbsent(peopled.getFirst(), _ -> new ArrayList<>())
                        .add(new Covering(relation.total(), peopled));
            }
            if (!heads && relation.inTime()) {
                addedUp[relation.total()] = true;
            }
        }
    }

    /** Whether a union's sum tells of few who did; where one does not, no larger one does. */
    boolean tellWhoDid(Set<Integer> union) {
        return few(union) && few(covered(union));
    }

    /** Whether a union's sum tells of few who did not; where one does not, no larger one does. */
    boolean tellWhoDidNot(Set<Integer> union) {
        return missing(union) < Suppression.LEAST;
    }

    /** The totals of the relations all of whose parts, nobody's aside, lie in the union. */
    private List<Integer> covered(Set<Integer> union) {
        List<Integer> totals = new ArrayList<>();
        for (int cell : union) {
            for (Covering one : coverings.getOrDefault(cell, List.of())) {
                if (union.containsAll(one.parts())) {
                    totals.add(one.total());
                }
            }
        }
        return totals;
    }

    /** Whether fewer than {@link Suppression#LEAST} different guardians are sure to be behind. */
    private boolean few(Iterable<Integer> union) {
        long[] best = new long[units];
        long below = 0;
        for (int number : union) {
            Cell cell = cells.get(number);
            long more = cell.behind() - best[unit[number]];
            if (more > 0) {
                best[unit[number]] = cell.behind();
                below += unit[number] == 0 ? 0 : more;
            }
            if (below >= Suppression.LEAST || best[0] >= Suppression.LEAST) {
                return false;
            }
        }
        return true;
    }

    /**
     * How many are missing from a union of different units, in one week or of a count of guardians.
     * Over several weeks only things done are added up, never guardians; such a sum, as that of two
     * shown weeks, does not tell how many different people there are behind it, and so of nobody
     * who is missing.
     */
    private long missing(Set<Integer> union) {
        boolean[] seen = new boolean[units];
        long missing = 0;
        for (int number : union) {
            Cell cell = cells.get(number);
            if (seen[unit[number]] || addedUp[number]) {
                return Suppression.LEAST;
            }
            seen[unit[number]] = true;
            missing += cell.missing();
        }
        return missing;
    }
}
