package org.jiaxue.points.rules;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.learning.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * What of one guardian's points the caps have seen, in the periods that a day lies in. Days only go
 * forward: what belongs to a period that has ended is forgotten.
 */
public final class Tally {

    private static final Period[] PERIODS = Period.values();
    private static final int KINDS = EventKind.values().length;

    private record Cause(String group, UUID cause) {}

    private final LocalDate[] starts = new LocalDate[PERIODS.length];
    private final int[] all = new int[PERIODS.length];
    private final int[][] kinds = new int[PERIODS.length][KINDS];
    private final Map<Cause, Integer> causes = new HashMap<>();

    /** Nothing yet, in the periods of a day. */
    public Tally(LocalDate day) {
        for (Period period : PERIODS) {
            starts[period.ordinal()] = period.startOf(day);
        }
    }

    Tally copy() {
        Tally copy = new Tally(starts[Period.DAY.ordinal()]);
        System.arraycopy(starts, 0, copy.starts, 0, starts.length);
        System.arraycopy(all, 0, copy.all, 0, all.length);
        for (int i = 0; i < kinds.length; i++) {
            System.arraycopy(kinds[i], 0, copy.kinds[i], 0, KINDS);
        }
        copy.causes.putAll(causes);
        return copy;
    }

    /** Goes on to the periods of a later day. */
    void moveTo(LocalDate day) {
        if (day.equals(starts[Period.DAY.ordinal()])) {
            return;
        }
        for (Period period : PERIODS) {
            int i = period.ordinal();
            LocalDate start = period.startOf(day);
            if (!start.equals(starts[i])) {
                starts[i] = start;
                all[i] = 0;
                kinds[i] = new int[KINDS];
            }
        }
    }

    /** Adds points of a day, wherever the periods hold it. */
    public void add(EventKind kind, LocalDate day, int points) {
        for (Period period : PERIODS) {
            int i = period.ordinal();
            if (period.startOf(day).equals(starts[i])) {
                all[i] += points;
                kinds[i][kind.ordinal()] += points;
            }
        }
    }

    /** Adds points of the day that the periods are now at. */
    void add(EventKind kind, int points) {
        for (int i = 0; i < PERIODS.length; i++) {
            all[i] += points;
            kinds[i][kind.ordinal()] += points;
        }
    }

    /** Adds to what a cause was credited within its group, whenever that was. */
    public void addTo(String group, UUID cause, int points) {
        causes.merge(new Cause(group, cause), points, Integer::sum);
    }

    int of(EventKind kind, Period period) {
        return kinds[period.ordinal()][kind.ordinal()];
    }

    int ofAll(Period period) {
        return all[period.ordinal()];
    }

    int ofCause(String group, UUID cause) {
        @Nullable Integer points = causes.get(new Cause(group, cause));
        return points == null ? 0 : points;
    }
}
