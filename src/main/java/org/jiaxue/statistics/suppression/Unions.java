package org.jiaxue.statistics.suppression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.statistics.suppression.Suppression.Relation;

/**
 * How many guardians there are at least behind several figures together, and missing from them.
 *
 * @param heads whether the figures count guardians
 */
record Unions(List<Cell> cells, List<Relation> relations, boolean heads) {

    /** Whether a union's sum tells of few who did; where one does not, no larger one does. */
    boolean tellWhoDid(Set<Integer> union) {
        return behind(union) < Suppression.LEAST;
    }

    /** Whether a union's sum tells of few who did not; where one does not, no larger one does. */
    boolean tellWhoDidNot(Set<Integer> union) {
        return missing(union) < Suppression.LEAST;
    }

    /** At least so many different guardians stand behind a union of figures. */
    private long behind(Set<Integer> union) {
        return Math.max(
                bestByUnit(union.stream()), bestByUnit(covered(union).map(Relation::total)));
    }

    /** The relations all of whose parts, nobody's aside, lie in the union. */
    private Stream<Relation> covered(Set<Integer> union) {
        return relations.stream()
                .filter(relation ->
                        relation.parts().stream()
                                .allMatch(part ->
                                        union.contains(part) || cells.get(part).behind() == 0));
    }

    private long bestByUnit(Stream<Integer> union) {
        Map<Integer, Long> best =
                union.collect(
                        Collectors.toMap(
                                cell -> cells.get(cell).unit(),
                                cell -> cells.get(cell).behind(),
                                Math::max));
        long above = Optional.ofNullable(best.remove(Cell.ABOVE)).orElse(0L);
        return Math.max(above, best.values().stream().mapToLong(Long::longValue).sum());
    }

    /**
     * How many are missing from a union of different units, in one week or of a count of guardians.
     * Over several weeks only things done are added up, never guardians; such a sum, as that of two
     * shown weeks, does not tell how many different people there are behind it, and so of nobody
     * who is missing.
     */
    private long missing(Set<Integer> union) {
        long units = union.stream().map(cell -> cells.get(cell).unit()).distinct().count();
        return units == union.size() && union.stream().noneMatch(this::addedUp)
                ? union.stream().mapToLong(cell -> cells.get(cell).missing()).sum()
                : Suppression.LEAST;
    }

    private boolean addedUp(int cell) {
        return !heads && relations.stream().anyMatch(one -> one.inTime() && one.total() == cell);
    }
}
