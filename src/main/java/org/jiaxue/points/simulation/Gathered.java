package org.jiaxue.points.simulation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.TrialGrading.Reached;
import org.jiaxue.points.TrialGrading.Rung;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/** Sums over guardians. */
final class Gathered {

    private static final int DIGITS_OF_A_COUNTY = 6;
    private static final int KINDS = EventKind.values().length;

    private final int rungs;
    private final long[] names;
    private final Marks marks = new Marks();
    private long events;
    private final Group all;
    private final Map<String, Group> counties = new TreeMap<>();
    private final List<Group> stages;
    private final long[] pointsNow = new long[KINDS];
    private final long[] pointsThen = new long[KINDS];
    private final int[] creditedNow = new int[KINDS];
    private final int[] creditedThen = new int[KINDS];
    private final int[] otherwise = new int[KINDS];
    private final List<Spread> spreadsNow;
    private final List<Spread> spreadsThen;
    private final Touched touched = new Touched();

    Gathered(List<Rung> levels) {
        this.rungs = levels.size();
        this.names =
                levels.stream()
                        .mapToLong(it ->
                                Marks.mix(
                                        Marks.mix(it.scheme().hashCode(), it.layer().hashCode()),
                                        it.level()))
                        .toArray();
        this.all = new Group(rungs);
        this.stages =
                Stream.generate(() -> new Group(rungs)).limit(Stage.values().length + 1L).toList();
        this.spreadsNow = Stream.generate(Spread::new).limit(rungs).toList();
        this.spreadsThen = Stream.generate(Spread::new).limit(rungs).toList();
    }

    /**
     * A guardian's term.
     *
     * @param division where they live today
     * @param stage of the child for whom they learned last; null where none is known
     * @param events how many
     */
    record Lived(
            GuardianId guardian,
            String division,
            @Nullable Stage stage,
            int events,
            Points points,
            Reached reached) {}

    /** Points of one guardian by kind of event, on both sides. */
    static final class Points {

        private final int[] now = new int[KINDS];
        private final int[] then = new int[KINDS];

        void add(EventKind kind, int today, int tried) {
            now[kind.ordinal()] += today;
            then[kind.ordinal()] += tried;
        }
    }

    /**
     * Adds a guardian's term.
     *
     * @param times 1; -1 to take one out again
     */
    void add(Lived one, int times) {
        events += (long) times * one.events();
        int[] now = one.points().now;
        int[] then = one.points().then;
        int sumNow = Arrays.stream(now).sum();
        int sumThen = Arrays.stream(then).sum();
        all.add(sumNow, sumThen, one.reached(), times);
        county(one.division()).add(sumNow, sumThen, one.reached(), times);
        of(one.stage()).add(sumNow, sumThen, one.reached(), times);
        for (int kind = 0; kind < KINDS; kind++) {
            pointsNow[kind] += (long) times * now[kind];
            pointsThen[kind] += (long) times * then[kind];
            creditedNow[kind] += now[kind] > 0 ? times : 0;
            creditedThen[kind] += then[kind] > 0 ? times : 0;
            otherwise[kind] += now[kind] == then[kind] ? 0 : times;
        }
        for (int rung = 0; rung < rungs; rung++) {
            add(spreadsNow.get(rung), one.reached().now(rung), times);
            add(spreadsThen.get(rung), one.reached().then(rung), times);
        }
        marks.add(one.guardian(), mark(one), times);
    }

    /** A number made of everything that figures are made of. */
    private long mark(Lived one) {
        Stage stage = one.stage();
        long mark = Marks.mix(one.division().hashCode(), stage == null ? -1 : stage.ordinal());
        mark = Marks.mix(mark, one.events());
        for (int kind = 0; kind < KINDS; kind++) {
            mark = Marks.mix(mark, one.points().now[kind]);
            mark = Marks.mix(mark, one.points().then[kind]);
        }
        long reached = 0;
        for (int rung = 0; rung < rungs; rung++) {
            int now = one.reached().now(rung);
            int then = one.reached().then(rung);
            if (now >= 0 || then >= 0) {
                reached += Marks.mix(Marks.mix(names[rung], now), then);
            }
        }
        return Marks.mix(mark, reached);
    }

    private static void add(Spread spread, int seconds, int times) {
        if (seconds >= 0) {
            spread.add(seconds, times);
        }
    }

    /** Adds a guardian who belongs here and did not learn in the term. */
    void miss(String division, int times) {
        all.miss(times);
        county(division).miss(times);
    }

    /** Adds a guardian to the stages to which they belong and among whom they are not counted. */
    void miss(Collection<@Nullable Stage> missing, int times) {
        missing.forEach(it -> of(it).miss(times));
    }

    private Group county(String division) {
        String county = division.substring(0, Math.min(division.length(), DIGITS_OF_A_COUNTY));
        return counties.computeIfAbsent(county, _ -> new Group(rungs));
    }

    void addAll(Gathered other) {
        events += other.events;
        all.addAll(other.all);
        other.counties.forEach((county, group) -> county(county).addAll(group));
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).addAll(other.stages.get(i));
        }
        for (int kind = 0; kind < KINDS; kind++) {
            pointsNow[kind] += other.pointsNow[kind];
            pointsThen[kind] += other.pointsThen[kind];
            creditedNow[kind] += other.creditedNow[kind];
            creditedThen[kind] += other.creditedThen[kind];
            otherwise[kind] += other.otherwise[kind];
        }
        for (int rung = 0; rung < rungs; rung++) {
            spreadsNow.get(rung).addAll(other.spreadsNow.get(rung));
            spreadsThen.get(rung).addAll(other.spreadsThen.get(rung));
        }
        touched.addAll(other.touched);
        marks.addAll(other.marks);
    }

    long events() {
        return events;
    }

    Group all() {
        return all;
    }

    /** By code. */
    Map<String, Group> counties() {
        return counties;
    }

    /** Of a stage; of null those for whose child no stage is known. */
    Group of(@Nullable Stage stage) {
        return stages.get(stage == null ? Stage.values().length : stage.ordinal());
    }

    /** What a kind of event brings, of how many guardians, and for how many it differs. */
    record Kind(long now, long then, int creditedNow, int creditedThen, int otherwise) {}

    Kind of(EventKind kind) {
        int i = kind.ordinal();
        return new Kind(pointsNow[i], pointsThen[i], creditedNow[i], creditedThen[i], otherwise[i]);
    }

    Spread now(int rung) {
        return spreadsNow.get(rung);
    }

    Spread then(int rung) {
        return spreadsThen.get(rung);
    }

    /** By which this is compared with other trials. */
    Marks marks() {
        return marks;
    }

    /** Which changed rules touch whom. */
    Touched touched() {
        return touched;
    }

    /** Whether any of these rules touches few guardians or nobody. */
    boolean fewBy(Set<String> rules) {
        return rules.stream().anyMatch(it -> !touched.many(it));
    }
}
