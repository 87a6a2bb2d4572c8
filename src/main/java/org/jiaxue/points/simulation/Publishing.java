package org.jiaxue.points.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.TrialGrading.Rung;
import org.jspecify.annotations.Nullable;

/** Makes of sums what may be shown; see docs/decisions/simulation.md. */
final class Publishing {

    private static final Figure FEW = new Figure.Few();
    private static final int TEN = 10;
    private static final int MEDIAN = 50;
    private static final int HUNDRED = 100;
    private static final int NINETY = 90;

    private final Gathered gathered;
    private final List<Rung> rungs;

    private Publishing(Gathered gathered, List<Rung> rungs) {
        this.gathered = gathered;
        this.rungs = rungs;
    }

    static Outcome publish(Asked asked, long millis, Gathered gathered, List<Rung> rungs) {
        Publishing one = new Publishing(gathered, rungs);
        long guardians = gathered.all().guardians();
        return new Outcome(
                asked,
                millis,
                few(guardians) ? FEW : tens(gathered.events()),
                line("", null, gathered.all()),
                one.levels(),
                Arrays.stream(EventKind.values()).map(one::kind).toList(),
                gathered.counties().entrySet().stream()
                        .map(it -> line(it.getKey(), null, it.getValue()))
                        .toList(),
                one.stages());
    }

    private List<Outcome.Level> levels() {
        List<Outcome.Level> levels = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            Spread now = gathered.now(i);
            Spread then = rung.now() && few(gathered.otherwise(i)) ? now : gathered.then(i);
            levels.add(
                    new Outcome.Level(
                            rung,
                            rung.now() ? count(now.guardians()) : null,
                            rung.then() ? count(then.guardians()) : null,
                            rung.now() ? hours(now) : null,
                            rung.then() ? hours(then) : null));
        }
        return levels;
    }

    private static Outcome.Hours hours(Spread spread) {
        return new Outcome.Hours(percentile(spread, MEDIAN), percentile(spread, NINETY));
    }

    /** Withheld where fewer than ten stand on either side of it, since it is somebody's own. */
    private static Figure percentile(Spread spread, int percent) {
        long within = spread.guardians() * (long) percent / HUNDRED;
        return few(within) || few(spread.guardians() - within)
                ? FEW
                : new Figure.Shown(spread.percentile(percent));
    }

    private Outcome.Kind kind(EventKind kind) {
        Gathered.Kind sums = gathered.of(kind);
        Figure now = few(sums.creditedNow()) ? FEW : tens(sums.now());
        if (few(sums.otherwise())) {
            return new Outcome.Kind(kind, now, now);
        }
        return new Outcome.Kind(kind, now, few(sums.creditedThen()) ? FEW : tens(sums.then()));
    }

    private List<Outcome.Line> stages() {
        List<Outcome.Line> lines = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            lines.add(line("", stage, gathered.of(stage)));
        }
        lines.add(line("", null, gathered.of((@Nullable Stage) null)));
        return lines;
    }

    private static Outcome.Line line(String county, @Nullable Stage stage, Group group) {
        long guardians = group.guardians();
        if (few(guardians)) {
            return new Outcome.Line(county, stage, FEW, FEW, FEW, FEW, FEW);
        }
        Figure now = mean(group.pointsNow(), guardians);
        boolean same = few(group.more() + group.less());
        return new Outcome.Line(
                county,
                stage,
                tens(guardians),
                now,
                same ? now : mean(group.pointsThen(), guardians),
                count(group.more()),
                count(group.less()));
    }

    private static Figure mean(long points, long guardians) {
        return new Figure.Shown(Math.round((double) TEN * points / guardians));
    }

    private static Figure count(long guardians) {
        return few(guardians) ? FEW : tens(guardians);
    }

    private static Figure tens(long value) {
        return new Figure.Shown((value + TEN / 2) / TEN * TEN);
    }

    private static boolean few(long guardians) {
        return guardians < Outcome.LEAST;
    }
}
