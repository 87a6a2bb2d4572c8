package org.jiaxue.points.rerun;

import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jiaxue.points.few.Few;
import org.jiaxue.points.few.Few.Sum;
import org.jiaxue.points.few.Few.Told;
import org.jiaxue.points.rerun.Rerun.County;
import org.jspecify.annotations.Nullable;

/**
 * What may be told of what came of a run. The figure of those for whom nothing changed is told in
 * whole tens, so that nobody who knows how many learned can reckon how few were changed.
 *
 * @param more whose totals rose
 * @param stayed of whom old entries stand although the rules would give less
 * @param unchanged about how many nothing was written for; null where it is withheld
 * @param risen how many reached a level; null where it is withheld
 */
record Came(Told more, Told stayed, @Nullable Long unchanged, @Nullable Long risen) {

    static Came of(Rerun run, List<County> counties) {
        long residents = sum(counties, County::residents);
        long touched = sum(counties, County::more) + sum(counties, County::stayed);
        long left = residents - run.unchanged() - touched - run.unfit() - run.failed();
        boolean quiet = Few.small(run.unchanged()) || Few.small(left);
        boolean few = Few.small(run.risen()) || Few.small(residents - run.risen());
        return new Came(
                Few.tell(
                        counties.stream()
                                .map(it ->
                                        new Sum(
                                                it.code(),
                                                it.more(),
                                                it.pointsMore(),
                                                it.residents()))
                                .toList()),
                Few.tell(
                        counties.stream()
                                .map(it ->
                                        new Sum(
                                                it.code(),
                                                it.stayed(),
                                                it.pointsStayed(),
                                                it.residents()))
                                .toList()),
                quiet ? null : run.unchanged() / Few.LEAST * Few.LEAST,
                few ? null : run.risen());
    }

    private static long sum(List<County> counties, ToLongFunction<County> figure) {
        return counties.stream().mapToLong(figure).sum();
    }

    /** The counties of which anything is told, in order of code. */
    List<String> counties() {
        TreeSet<String> codes = new TreeSet<>();
        more.counties().forEach(it -> codes.add(it.county()));
        stayed.counties().forEach(it -> codes.add(it.county()));
        return List.copyOf(codes);
    }

    /** Whether there are counties of which something is not told. */
    boolean withheld() {
        return more.withheld() || stayed.withheld();
    }
}
