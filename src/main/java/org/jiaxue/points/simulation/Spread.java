package org.jiaxue.points.simulation;

import java.util.Arrays;

/** How long guardians learned, in tenths of an hour, without telling them apart. */
final class Spread {

    private static final int SECONDS_A_TENTH = 360;

    /** A thousand hours; nobody learns longer in a term. */
    private static final int MOST_TENTHS = 10_000;

    private static final int HUNDRED = 100;

    private int[] counts = new int[64];
    private int guardians;

    /**
     * Adds a guardian.
     *
     * @param times 1; -1 to take one out again
     */
    void add(int seconds, int times) {
        int tenths = Math.min(MOST_TENTHS, (seconds + SECONDS_A_TENTH / 2) / SECONDS_A_TENTH);
        if (tenths >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(tenths + 1, 2 * counts.length));
        }
        counts[tenths] += times;
        guardians += times;
    }

    void addAll(Spread other) {
        if (other.counts.length > counts.length) {
            counts = Arrays.copyOf(counts, other.counts.length);
        }
        for (int i = 0; i < other.counts.length; i++) {
            counts[i] += other.counts[i];
        }
        guardians += other.guardians;
    }

    int guardians() {
        return guardians;
    }

    /** The least that so many of a hundred stay within; only where there is anybody. */
    int percentile(int percent) {
        long wanted = Math.max(1, ((long) guardians * percent + HUNDRED - 1) / HUNDRED);
        long seen = 0;
        for (int tenths = 0; tenths < counts.length; tenths++) {
            seen += counts[tenths];
            if (seen >= wanted) {
                return tenths;
            }
        }
        throw new IllegalStateException("nobody");
    }
}
