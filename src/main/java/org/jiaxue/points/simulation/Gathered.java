package org.jiaxue.points.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.TrialGrading.Reached;
import org.jspecify.annotations.Nullable;

/** Sums over guardians; which of them has what is not kept. */
final class Gathered {

    private static final int DIGITS_OF_A_COUNTY = 6;
    private static final int KINDS = EventKind.values().length;

    private long events;
    private final Group all = new Group();
    private final Map<String, Group> counties = new TreeMap<>();
    private final List<Group> stages =
            Stream.generate(Group::new).limit(Stage.values().length + 1L).toList();
    private final long[] pointsNow = new long[KINDS];
    private final long[] pointsThen = new long[KINDS];
    private final int[] creditedNow = new int[KINDS];
    private final int[] creditedThen = new int[KINDS];
    private final int[] otherwise = new int[KINDS];
    private final List<Spread> spreadsNow;
    private final List<Spread> spreadsThen;
    private final int[] climbedOtherwise;

    Gathered(int rungs) {
        this.spreadsNow = Stream.generate(Spread::new).limit(rungs).toList();
        this.spreadsThen = Stream.generate(Spread::new).limit(rungs).toList();
        this.climbedOtherwise = new int[rungs];
    }

    /**
     * Adds a guardian's term.
     *
     * @param now points by kind of event
     * @param then the same by what is proposed
     */
    void add(
            String division,
            @Nullable Stage stage,
            int learned,
            int[] now,
            int[] then,
            Reached reached) {
        events += learned;
        int sumNow = Arrays.stream(now).sum();
        int sumThen = Arrays.stream(then).sum();
        all.add(sumNow, sumThen);
        String county = division.substring(0, Math.min(division.length(), DIGITS_OF_A_COUNTY));
        counties.computeIfAbsent(county, _ -> new Group()).add(sumNow, sumThen);
        stages.get(stage == null ? Stage.values().length : stage.ordinal()).add(sumNow, sumThen);
        for (int kind = 0; kind < KINDS; kind++) {
            pointsNow[kind] += now[kind];
            pointsThen[kind] += then[kind];
            creditedNow[kind] += now[kind] > 0 ? 1 : 0;
            creditedThen[kind] += then[kind] > 0 ? 1 : 0;
            otherwise[kind] += now[kind] == then[kind] ? 0 : 1;
        }
        add(reached);
    }

    private void add(Reached reached) {
        for (int rung = 0; rung < climbedOtherwise.length; rung++) {
            int now = reached.now(rung);
            int then = reached.then(rung);
            if (now >= 0) {
                spreadsNow.get(rung).add(now);
            }
            if (then >= 0) {
                spreadsThen.get(rung).add(then);
            }
            climbedOtherwise[rung] += now == then ? 0 : 1;
        }
    }

    void addAll(Gathered other) {
        events += other.events;
        all.addAll(other.all);
        other.counties.forEach((county, group) ->
                counties.computeIfAbsent(county, _ -> new Group()).addAll(group));
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
        for (int rung = 0; rung < climbedOtherwise.length; rung++) {
            spreadsNow.get(rung).addAll(other.spreadsNow.get(rung));
            spreadsThen.get(rung).addAll(other.spreadsThen.get(rung));
            climbedOtherwise[rung] += other.climbedOtherwise[rung];
        }
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

    /** How many guardians reach a level on one side only, or after another time. */
    int otherwise(int rung) {
        return climbedOtherwise[rung];
    }
}
