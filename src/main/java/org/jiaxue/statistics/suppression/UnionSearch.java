package org.jiaxue.statistics.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks through every union that some equations give together. The equations are in reduced row
 * echelon form, so in a union each is taken once or not at all: with n of them there are 2ⁿ to look
 * at. A choice is cut off as soon as some figure would be taken more than once or less than not at
 * all, and as soon as what is in the union for certain is too many people to tell of.
 */
final class UnionSearch {

    /** How many choices are looked at before the search gives up, in choices. */
    static final int MOST_CHOICES = 5_000;

    /** Larger ones are fractions as the prime has them; bounds say nothing of these. */
    private static final long LARGEST_WHOLE = 10_000;

    private final List<List<Term>> rows = new ArrayList<>();
    private final Predicate<Set<Integer>> tells;
    private final Map<Integer, Sum> sums = new TreeMap<>();
    private final int mostChoices;

    /** The figures that are in the union, whatever is still chosen. */
    private final Set<Integer> certain = new HashSet<>();

    private int choices;

    UnionSearch(List<Map<Integer, Long>> rows, Predicate<Set<Integer>> tells, int mostChoices) {
        this.tells = tells;
        this.mostChoices = mostChoices;
        for (Map<Integer, Long> row : ordered(rows)) {
            List<Term> terms = new ArrayList<>();
            row.forEach((figure, weight) -> {
                Term term = new Term(sums.computeIfAbsent(figure, Sum::new), signed(weight));
                term.sum().await(term.weight());
                terms.add(term);
            });
            this.rows.add(terms);
        }
        sums.values().forEach(this::weigh);
    }

    /** A figure in an equation, and how often it stands there. */
    private record Term(Sum sum, long weight) {}

    /** How often a figure is in the union so far, and what is still to come. */
    private static final class Sum {

        private final int figure;
        private long sum;
        private long most;
        private long least;
        private int left;
        private int fractions;

        Sum(int figure) {
            this.figure = figure;
        }

        void await(long weight) {
            left++;
            if (Math.abs(weight) > LARGEST_WHOLE) {
                fractions++;
            } else if (weight > 0) {
                most += weight;
            } else {
                least += weight;
            }
        }

        void choose(long weight, boolean taken) {
            left--;
            sum += taken ? weight : 0;
            if (Math.abs(weight) > LARGEST_WHOLE) {
                fractions--;
            } else if (weight > 0) {
                most -= weight;
            } else {
                least -= weight;
            }
        }

        void undo(long weight, boolean taken) {
            await(weight);
            sum -= taken ? weight : 0;
        }

        /** Whether the figure can still come out once or not at all. */
        boolean possible() {
            if (left == 0) {
                long times = Math.floorMod(sum, LinearSystem.PRIME);
                return times <= 1;
            }
            return fractions > 0 || !whole() || (sum + least <= 1 && sum + most >= 0);
        }

        /** Whether the figure will come out, whatever is still chosen. */
        boolean certain() {
            return left == 0
                    ? Math.floorMod(sum, LinearSystem.PRIME) == 1
                    : fractions == 0 && whole() && sum + least >= 1;
        }

        private boolean whole() {
            return Math.abs(sum) <= LARGEST_WHOLE;
        }
    }

    /** A union that tells of few; all the figures if the search gave up; empty if there is none. */
    Optional<Set<Integer>> first() {
        return choose(0, false);
    }

    /** The next row is the one that brings the fewest new figures, so that bounds close early. */
    private static List<Map<Integer, Long>> ordered(List<Map<Integer, Long>> rows) {
        List<Map<Integer, Long>> ordered = new ArrayList<>();
        List<Map<Integer, Long>> left = new ArrayList<>(rows);
        Set<Integer> known = new HashSet<>();
        while (!left.isEmpty()) {
            Map<Integer, Long> next =
                    left.stream()
                            .min(
                                    Comparator.comparingLong(row ->
                                            row.keySet().stream()
                                                    .filter(it -> !known.contains(it))
                                                    .count()))
                            .orElseThrow();
            left.remove(next);
            known.addAll(next.keySet());
            ordered.add(next);
        }
        return ordered;
    }

    private static long signed(long weight) {
        return weight > LinearSystem.PRIME / 2 ? weight - LinearSystem.PRIME : weight;
    }

    private Optional<Set<Integer>> choose(int row, boolean any) {
        choices++;
        if (choices > mostChoices) {
            return Optional.of(sums.keySet());
        }
        if (any && !certain.isEmpty() && !tells.test(certain)) {
            return Optional.empty();
        }
        if (row == rows.size()) {
            return any ? Optional.of(new TreeSet<>(certain)) : Optional.empty();
        }
        for (boolean taken : new boolean[] {true, false}) {
            Optional<Set<Integer>> found = Optional.empty();
            for (Term term : rows.get(row)) {
                term.sum().choose(term.weight(), taken);
                weigh(term.sum());
            }
            if (rows.get(row).stream().allMatch(term -> term.sum().possible())) {
                found = choose(row + 1, any || taken);
            }
            for (Term term : rows.get(row)) {
                term.sum().undo(term.weight(), taken);
                weigh(term.sum());
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void weigh(Sum sum) {
        if (sum.certain()) {
            certain.add(sum.figure);
        } else {
            certain.remove(sum.figure);
        }
    }
}
