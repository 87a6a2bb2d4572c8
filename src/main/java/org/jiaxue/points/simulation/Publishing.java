package org.jiaxue.points.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.TrialGrading.Rung;
import org.jiaxue.points.few.Few;
import org.jiaxue.points.simulation.Group.Climb;
import org.jiaxue.points.simulation.Outcome.Line;
import org.jiaxue.points.simulation.Outcome.Part;
import org.jspecify.annotations.Nullable;

/** Makes of sums what may be shown; see docs/decisions/simulation.md. */
final class Publishing {

    private static final Figure FEW = new Figure.Few();
    private static final int TEN = 10;
    private static final int MEDIAN = 50;
    private static final int HUNDRED = 100;
    private static final int NINETY = 90;

    /** Means of fewer guardians are whole points. */
    private static final int LEAST_OF_TENTHS = 500;

    private final Gathered gathered;
    private final List<Rung> rungs;

    private Publishing(Gathered gathered, List<Rung> rungs) {
        this.gathered = gathered;
        this.rungs = rungs;
    }

    static Outcome publish(
            Asked asked, long millis, Gathered gathered, List<Rung> rungs, boolean leftOut) {
        Publishing one = new Publishing(gathered, rungs);
        Map<Part, Group> counties = new LinkedHashMap<>();
        gathered.counties().forEach((code, it) -> counties.put(new Part(code, null), it));
        Map<Part, Group> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(new Part("", stage), gathered.of(stage));
        }
        stages.put(new Part("", null), gathered.of((@Nullable Stage) null));
        return new Outcome(
                asked.proposed().title(),
                asked.term(),
                millis,
                leftOut,
                one.few() ? FEW : tens(gathered.events()),
                one.all(),
                one.levels(),
                Arrays.stream(EventKind.values()).map(one::kind).toList(),
                lines(counties),
                lines(stages),
                one.reach(counties),
                one.reach(stages));
    }

    /** Whether nothing may be told at all. */
    private boolean few() {
        return Few.small(gathered.all().guardians()) || Few.small(gathered.all().missing());
    }

    /** What a kind of event that differs for few would bring is not in the sum of all either. */
    private Line all() {
        long then = 0;
        for (EventKind kind : EventKind.values()) {
            Gathered.Kind sums = gathered.of(kind);
            then += Few.small(sums.otherwise()) ? sums.now() : sums.then();
        }
        return few() ? none(new Part("", null)) : line(new Part("", null), gathered.all(), then);
    }

    private List<Outcome.Level> levels() {
        List<Outcome.Level> levels = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            Climb climb = gathered.all().climb(i);
            boolean same = rung.now() && Few.small(climb.otherwise());
            Figure now = few() ? FEW : of(climb.now(), climb.standNow());
            Figure then = few() ? FEW : of(climb.then(), climb.standThen());
            levels.add(
                    new Outcome.Level(
                            rung,
                            rung.now() ? now : null,
                            rung.then() ? (same ? now : then) : null,
                            rung.now() ? hours(gathered.now(i), now) : null,
                            rung.then()
                                    ? (same
                                            ? hours(gathered.now(i), now)
                                            : hours(gathered.then(i), then))
                                    : null));
        }
        return levels;
    }

    /** How many of those who stand somewhere; withheld also where nearly all of them do. */
    private static Figure of(long guardians, long all) {
        return Few.small(guardians) || Few.small(all - guardians) ? FEW : tens(guardians);
    }

    private static Outcome.Hours hours(Spread spread, Figure guardians) {
        return guardians instanceof Figure.Few
                ? new Outcome.Hours(FEW, FEW)
                : new Outcome.Hours(percentile(spread, MEDIAN), percentile(spread, NINETY));
    }

    /** Withheld where fewer than ten stand on either side of it, since it is somebody's own. */
    private static Figure percentile(Spread spread, int percent) {
        long within = spread.guardians() * (long) percent / HUNDRED;
        return Few.small(within) || Few.small(spread.guardians() - within)
                ? FEW
                : new Figure.Shown(spread.percentile(percent));
    }

    private Outcome.Kind kind(EventKind kind) {
        Gathered.Kind sums = gathered.of(kind);
        Figure now = sum(sums.now(), sums.creditedNow());
        return new Outcome.Kind(
                kind,
                now,
                Few.small(sums.otherwise()) ? now : sum(sums.then(), sums.creditedThen()));
    }

    private Figure sum(long points, long guardians) {
        return few() || guardians < Outcome.LEAST_OF_SUMS ? FEW : rounded(points, HUNDRED);
    }

    private static List<Line> lines(Map<Part, Group> parts) {
        Set<String> told = told(parts, it -> (int) it.guardians(), it -> (int) it.missing());
        return parts.entrySet().stream()
                .map(it ->
                        told.contains(key(it.getKey()))
                                ? line(it.getKey(), it.getValue(), it.getValue().pointsThen())
                                : none(it.getKey()))
                .toList();
    }

    private static Line line(Part part, Group group, long pointsThen) {
        long guardians = group.guardians();
        Figure now = mean(group.pointsNow(), guardians);
        boolean same = Few.small(group.more() + group.less());
        return new Line(
                part,
                tens(guardians),
                now,
                same ? now : mean(pointsThen, guardians),
                count(group.more()),
                count(group.less()));
    }

    private static Line none(Part part) {
        return new Line(part, FEW, FEW, FEW, FEW, FEW);
    }

    /** So that what one guardian has cannot be read off it. */
    private static Figure mean(long points, long guardians) {
        if (guardians < Outcome.LEAST_OF_SUMS) {
            return FEW;
        }
        double tenths = (double) TEN * points / guardians;
        return guardians < LEAST_OF_TENTHS
                ? new Figure.Shown(Math.round(tenths / TEN) * TEN)
                : new Figure.Shown(Math.round(tenths));
    }

    private List<Outcome.Reach> reach(Map<Part, Group> parts) {
        List<List<Outcome.Reach>> byRung = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            byRung.add(few() ? List.of() : reach(parts, i));
        }
        return parts.keySet().stream()
                .flatMap(part ->
                        byRung.stream().flatMap(List::stream).filter(it -> it.part().equals(part)))
                .toList();
    }

    private List<Outcome.Reach> reach(Map<Part, Group> parts, int i) {
        Rung rung = rungs.get(i);
        Set<String> now =
                told(
                        parts,
                        it -> it.climb(i).now(),
                        it -> it.climb(i).standNow() - it.climb(i).now());
        Set<String> then =
                told(
                        parts,
                        it -> it.climb(i).then(),
                        it -> it.climb(i).standThen() - it.climb(i).then());
        List<Outcome.Reach> reach = new ArrayList<>();
        parts.forEach((part, group) -> {
            Climb climb = group.climb(i);
            Figure before = now.contains(key(part)) ? tens(climb.now()) : FEW;
            Figure after = then.contains(key(part)) ? tens(climb.then()) : FEW;
            boolean same = rung.now() && Few.small(climb.otherwise());
            reach.add(
                    new Outcome.Reach(
                            part,
                            i,
                            rung.now() ? before : null,
                            rung.then() ? (same ? before : after) : null));
        });
        return reach;
    }

    /** The parts of which may be told, so that no other follows from the sum of all. */
    private static Set<String> told(
            Map<Part, Group> parts, ToIntFunction<Group> guardians, ToIntFunction<Group> missing) {
        return Few.tell(
                        parts.entrySet().stream()
                                .map(it -> {
                                    int there = guardians.applyAsInt(it.getValue());
                                    return new Few.Sum(
                                            key(it.getKey()),
                                            there,
                                            0,
                                            (long) there + missing.applyAsInt(it.getValue()));
                                })
                                .toList())
                .counties()
                .stream()
                .map(Few.Sum::county)
                .collect(Collectors.toSet());
    }

    private static String key(Part part) {
        Stage stage = part.stage();
        return stage == null ? "c" + part.county() : "s" + stage.ordinal();
    }

    private static Figure count(long guardians) {
        return Few.small(guardians) ? FEW : tens(guardians);
    }

    private static Figure tens(long value) {
        return rounded(value, TEN);
    }

    private static Figure rounded(long value, int to) {
        return new Figure.Shown((value + to / 2) / to * to);
    }
}
