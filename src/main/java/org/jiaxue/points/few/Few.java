package org.jiaxue.points.few;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of a figure by county. A sum is withheld where fewer than {@value #LEAST}
 * guardians stand behind it or fewer than {@value #LEAST} of those who live there are missing from
 * it. Where counties are withheld and the sum of all is told, what follows by subtraction is the
 * sum of at least two of them and no small one either; until that is so, the smallest county that
 * is left is withheld too. None, few and more look the same.
 */
public final class Few {

    /** The smallest group of guardians that a figure may tell of. */
    public static final int LEAST = 10;

    private Few() {}

    /**
     * What came of a run in a county.
     *
     * @param guardians whom it concerns
     * @param points theirs, all together
     * @param residents guardians who live there
     */
    public record Sum(String county, long guardians, long points, long residents) {

        public boolean small() {
            return Few.small(guardians) || Few.small(residents - guardians);
        }
    }

    /**
     * What may be told.
     *
     * @param all the sum; null where it is withheld
     * @param counties those that are told, in order of code
     * @param withheld whether there are counties beside them
     */
    public record Told(@Nullable Sum all, List<Sum> counties, boolean withheld) {}

    /** Whether so many guardians are too few to be told of. */
    public static boolean small(long guardians) {
        return guardians < LEAST;
    }

    /** Decides; a county where nobody lives and nobody is concerned is none. */
    public static Told tell(List<Sum> sums) {
        List<Sum> counties =
                sums.stream().filter(it -> it.guardians() > 0 || it.residents() > 0).toList();
        Sum all = add(counties);
        if (all.small()) {
            return new Told(null, List.of(), !counties.isEmpty());
        }
        List<Sum> withheld = new ArrayList<>(counties.stream().filter(Sum::small).toList());
        List<Sum> shown =
                new ArrayList<>(
                        counties.stream()
                                .filter(it -> !it.small())
                                .sorted(
                                        Comparator.comparingLong(Sum::guardians)
                                                .thenComparing(Sum::county))
                                .toList());
        while (!shown.isEmpty() && tells(withheld)) {
            withheld.add(shown.removeFirst());
        }
        shown.sort(Comparator.comparing(Sum::county));
        return new Told(all, List.copyOf(shown), !withheld.isEmpty());
    }

    /** Whether the sum of those that are withheld, which anybody can reckon, says too much. */
    private static boolean tells(List<Sum> withheld) {
        return !withheld.isEmpty() && (withheld.size() == 1 || add(withheld).small());
    }

    private static Sum add(List<Sum> sums) {
        return new Sum(
                "",
                sums.stream().mapToLong(Sum::guardians).sum(),
                sums.stream().mapToLong(Sum::points).sum(),
                sums.stream().mapToLong(Sum::residents).sum());
    }
}
