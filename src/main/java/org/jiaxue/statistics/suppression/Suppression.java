package org.jiaxue.statistics.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides which figures may be shown. A figure is withheld when fewer than {@value #LEAST}
 * guardians stand behind it or fewer than {@value #LEAST} of the group are missing from it; then
 * more are withheld until no withheld figure, and no union of withheld figures with fewer than
 * {@value #LEAST} guardians, can be had by adding and subtracting what is shown, and until no shown
 * figure narrows a withheld one beyond what its own word says.
 *
 * <p>Figures that were decided before are given: what comes later (a longer period, a smaller
 * division, a further measure) gives way to them, so that what was shown stays shown.
 */
final class Suppression {

    /** The smallest group of guardians that a figure may tell of, in guardians. */
    static final int LEAST = 10;

    /**
     * A total and its parts.
     *
     * @param sums whether the parts add up to the total; otherwise the total is at most their sum
     *     and at least each of them, as with guardians who learn in several weeks
     * @param inTime whether the parts are the shorter periods of a longer one
     */
    record Relation(int total, List<Integer> parts, boolean sums, boolean inTime) {

        Relation(int total, List<Integer> parts, boolean sums) {
            this(total, parts, sums, false);
        }

        boolean touches(Set<Integer> cells) {
            return cells.contains(total) || parts.stream().anyMatch(cells::contains);
        }

        Stream<Integer> members() {
            return Stream.concat(Stream.of(total), parts.stream());
        }
    }

    private final List<Cell> cells;
    private final List<Relation> relations;
    private final boolean heads;
    private final Unions unions;
    private final boolean[] open;
    private final Mark[] marks;

    private Suppression(
            List<Cell> cells, List<Relation> relations, List<Mark> before, boolean heads) {
        this.cells = cells;
        this.relations = relations;
        this.heads = heads;
        this.unions = new Unions(cells, relations, heads);
        this.open = new boolean[cells.size()];
        this.marks = before.toArray(Mark[]::new);
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == Mark.OPEN) {
                open[i] = !cells.get(i).empty();
                marks[i] = cells.get(i).few() ? Mark.FEW : Mark.SHOWN;
            }
        }
        relations.forEach(this::repeat);
        relations.stream().filter(this::told).forEach(it -> open[it.total()] = false);
    }

    /** Where all the others are nobody's, a total's one part is the total and shares its fate. */
    private void repeat(Relation relation) {
        List<Integer> peopled =
                relation.parts().stream().filter(it -> !cells.get(it).empty()).toList();
        if (relation.sums() && peopled.size() == 1 && !open[relation.total()]) {
            open[peopled.getFirst()] = false;
            marks[peopled.getFirst()] = marks[relation.total()];
        }
    }

    /** Whether a total only repeats what its shown parts say, so that to withhold it is no use. */
    private boolean told(Relation relation) {
        return relation.sums()
                && marks[relation.total()] == Mark.SHOWN
                && relation.parts().stream().noneMatch(it -> open[it] || withheld(it));
    }

    /**
     * Decides the open figures.
     *
     * @param before one mark a cell; all but the open ones are kept as they are
     * @param heads whether the values count guardians, so that a value is what stands behind it
     * @return one mark a cell, none of them open
     */
    static List<Mark> decide(
            List<Cell> cells, List<Relation> relations, List<Mark> before, boolean heads) {
        Suppression work = new Suppression(cells, relations, before, heads);
        boolean changed = work.somethingOpen();
        while (changed) {
            changed = work.hideOneMore() || work.softenOneWord();
        }
        return List.of(work.marks);
    }

    private boolean somethingOpen() {
        return IntStream.range(0, open.length).anyMatch(i -> open[i]);
    }

    /** Withholds one more figure where something leaks; false when nothing does. */
    private boolean hideOneMore() {
        for (Set<Integer> leak : leaks()) {
            if (giveWay(leak)) {
                return true;
            }
        }
        return false;
    }

    /** What follows from the shown figures and may not: single figures, and unions of few. */
    private List<Set<Integer>> leaks() {
        List<Set<Integer>> leaks = new ArrayList<>();
        LinearSystem system = new LinearSystem();
        sums().forEach(relation -> add(system, relation, _ -> false));
        system.known().forEach(cell -> leaks.add(Set.of(cell)));
        if (leaks.isEmpty()) {
            system.tellingUnion(unions::tellWhoDid).ifPresent(leaks::add);
            system.tellingUnion(unions::tellWhoDidNot).ifPresent(leaks::add);
        }
        return leaks.isEmpty() ? leaksElsewhere() : leaks;
    }

    /**
     * What would leak if a reader knew the withheld figures that are decided elsewhere: some sum of
     * them may follow there. Where nothing is shown below such a figure, its parts together tell no
     * more than itself, and it is left unknown.
     */
    private List<Set<Integer>> leaksElsewhere() {
        Set<Integer> shut =
                sums().filter(relation -> !relation.inTime())
                        .filter(relation ->
                                relation.parts().stream()
                                        .allMatch(it -> withheld(it) || cells.get(it).empty()))
                        .map(Relation::total)
                        .collect(Collectors.toSet());
        Predicate<Integer> told = cell -> cells.get(cell).given() && !shut.contains(cell);
        LinearSystem system = new LinearSystem();
        sums().filter(relation -> relation.members().anyMatch(it -> !cells.get(it).given()))
                .forEach(relation -> add(system, relation, told));
        List<Set<Integer>> leaks = new ArrayList<>();
        system.known().stream()
                .filter(cell -> !cells.get(cell).given())
                .forEach(cell -> leaks.add(Set.of(cell)));
        system.tellingUnion(unions::tellWhoDid).ifPresent(leaks::add);
        system.tellingUnion(unions::tellWhoDidNot).ifPresent(leaks::add);
        return leaks;
    }

    private Stream<Relation> sums() {
        return relations.stream().filter(Relation::sums);
    }

    /** A sum as a reader sees it, with the withheld figures that are not told as unknowns. */
    private void add(LinearSystem system, Relation relation, Predicate<Integer> told) {
        Set<Integer> plus = hiddenParts(relation);
        plus.removeIf(told);
        int total = relation.total();
        system.add(plus, withheld(total) && !told.test(total) ? Set.of(total) : Set.of());
    }

    private boolean giveWay(Set<Integer> leak) {
        Optional<Integer> next =
                smallest(
                        relations.stream()
                                .filter(relation -> relation.touches(leak))
                                .flatMap(Relation::members));
        if (next.isEmpty()) {
            next = smallest(IntStream.range(0, marks.length).boxed());
        }
        next.ifPresent(cell -> marks[cell] = Mark.GUARDED);
        return next.isPresent();
    }

    private Optional<Integer> smallest(Stream<Integer> among) {
        return among.filter(cell -> open[cell] && marks[cell] == Mark.SHOWN)
                .min(
                        Comparator.<Integer>comparingLong(cell -> cells.get(cell).behind())
                                .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Where shown figures narrow a withheld one beyond its word, takes the word back where that is
     * still possible, else withholds one more; false when nothing is narrowed.
     */
    private boolean softenOneWord() {
        Intervals intervals = Intervals.of(cells, relations, List.of(marks), heads);
        for (int cell = 0; cell < marks.length; cell++) {
            if (intervals.narrowed(cell) && (soften(cell) || giveWay(Set.of(cell)))) {
                return true;
            }
        }
        return false;
    }

    private boolean soften(int cell) {
        List<Integer> words =
                relations.stream()
                        .filter(relation -> relation.touches(Set.of(cell)))
                        .flatMap(Relation::members)
                        .filter(one -> open[one] && marks[one] == Mark.FEW)
                        .toList();
        words.forEach(one -> marks[one] = Mark.GUARDED);
        return !words.isEmpty();
    }

    private boolean withheld(int cell) {
        return marks[cell].hidden() && !cells.get(cell).empty();
    }

    private Set<Integer> hiddenParts(Relation relation) {
        return relation.parts().stream().filter(this::withheld).collect(Collectors.toSet());
    }
}
