package org.jiaxue.web.look;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A lesson's timeline as upright slats. One slat stands for five seconds; a lesson that would need
 * more than {@value #MOST} gets broader ones, all of the same whole number of seconds but the last.
 *
 * @param seconds the lesson's length, at least 1
 * @param secondsPerSlat whole seconds that one slat stands for, at least 5
 */
public record Slats(int seconds, int secondsPerSlat, List<Slat> slats) {
    /** The most slats that one bar shows. */
    public static final int MOST = 120;

    private static final int LEAST_SECONDS = 5;

    /**
     * One slat, over the seconds {@code [from, to)}.
     *
     * @param lit whether at least half of its seconds were really played
     * @param x where it starts, as a percentage for an SVG attribute
     * @param width how wide it is, likewise
     */
    public record Slat(int from, int to, boolean lit, String x, String width) {}

    public Slats {
        slats = List.copyOf(slats);
    }

    /**
     * Draws what was covered.
     *
     * @param seconds the lesson's length, at least 1
     * @param covered one bit a second; bits past the end are ignored
     */
    public static Slats of(int seconds, BitSet covered) {
        if (seconds < 1) {
            throw new IllegalArgumentException("a lesson lasts at least one second");
        }
        int each = Math.max(LEAST_SECONDS, (seconds + MOST - 1) / MOST);
        var slats = new ArrayList<Slat>();
        for (int from = 0; from < seconds; from += each) {
            int to = Math.min(from + each, seconds);
            int played = covered.get(from, to).cardinality();
            boolean lit = played > 0 && 2 * played >= to - from;
            slats.add(new Slat(from, to, lit, share(from, seconds), share(to - from, seconds)));
        }
        return new Slats(seconds, each, slats);
    }

    /** Where a second lies on the bar, as a percentage for an SVG attribute. */
    public String at(int second) {
        return share(Math.clamp(second, 0, seconds), seconds);
    }

    private static String share(int part, int whole) {
        return Numbers.plain(100.0 * part / whole) + "%";
    }
}
