package org.jiaxue.learning.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * What of one lesson a guardian has really played, a bit a second, and the clock against which the
 * next claim is measured. Pure and immutable.
 *
 * <p>A claim may add at most twice the time that passed on the clock, and at most {@value
 * #MOST_SECONDS_A_BEAT} seconds; the excess is cut, earliest seconds kept. Only new seconds cost,
 * so a repeat changes nothing, and since claims are joined by union their order does not matter. A
 * claim that adds something moves the clock; what was left unused is not banked, but for less than
 * a second, so that whole seconds never cost an honest player a fraction.
 */
public final class Coverage {

    /** How often a player should tell what it has played. */
    public static final int BEAT_SECONDS = 10;

    public static final int MOST_SPANS_A_BEAT = 20;
    static final int MOST_SECONDS_A_BEAT = 120;
    static final int MOST_LESSON_SECONDS = 4 * 60 * 60;
    private static final int SPEED = 2;
    private static final int TENTHS = 10;
    private static final int COMPLETE_TENTHS = 8;
    private static final Duration SECOND_AT_SPEED = Duration.ofMillis(1000 / SPEED);

    private final int seconds;
    private final BitSet covered;
    private final Instant clock;

    /** What became of a claim. */
    public record Heard(Coverage after, int newSeconds, int cutSeconds) {}

    private Coverage(int seconds, BitSet covered, Instant clock) {
        this.seconds = seconds;
        this.covered = covered;
        this.clock = clock;
    }

    /** Nothing played yet, the clock started. */
    static Coverage none(int seconds, Instant clock) {
        return new Coverage(seconds, new BitSet(seconds), clock);
    }

    /** Reads a character a second, {@code 1} where it was played. */
    static Coverage of(String bits, Instant clock) {
        BitSet covered = new BitSet(bits.length());
        for (int second = bits.indexOf('1'); second >= 0; second = bits.indexOf('1', second + 1)) {
            covered.set(second);
        }
        return new Coverage(bits.length(), covered, clock);
    }

    /**
     * Hears a claim.
     *
     * @param played spans within the lesson, in any order
     * @param now the database's time; never goes back by more than clocks do
     * @param at when it was played, for a claim that waited offline; {@code now} for any other.
     *     Taken as no later than now and no earlier than the clock
     */
    public Heard hear(List<Span> played, Instant now, Instant at) {
        Instant effective = earlier(later(at, clock), later(now, clock));
        int allowed = allowance(effective);
        BitSet after = (BitSet) covered.clone();
        int added = 0;
        int cut = 0;
        for (Span span : inOrder(played)) {
            for (int second = span.from(); second < span.to(); second++) {
                if (after.get(second)) {
                    continue;
                }
                if (added < allowed) {
                    after.set(second);
                    added++;
                } else {
                    cut++;
                }
            }
        }
        return new Heard(new Coverage(seconds, after, clockAfter(added, effective)), added, cut);
    }

    private int allowance(Instant effective) {
        long twice = Duration.between(clock, effective).multipliedBy(SPEED).toSeconds();
        return (int) Math.min(twice, MOST_SECONDS_A_BEAT);
    }

    private Instant clockAfter(int added, Instant effective) {
        if (added == 0) {
            return clock;
        }
        Instant used = clock.plus(SECOND_AT_SPEED.multipliedBy(added));
        return later(used, effective.minus(SECOND_AT_SPEED));
    }

    private static List<Span> inOrder(List<Span> played) {
        List<Span> sorted = new ArrayList<>(played);
        sorted.sort(Comparator.comparingInt(Span::from));
        return sorted;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public int seconds() {
        return seconds;
    }

    public Instant clock() {
        return clock;
    }

    public int coveredSeconds() {
        return covered.cardinality();
    }

    /** Four fifths were really played. */
    public boolean complete() {
        return leftSeconds() == 0;
    }

    /** How many more seconds have to be really played until it is complete. */
    public int leftSeconds() {
        int needed = (seconds * COMPLETE_TENTHS + TENTHS - 1) / TENTHS;
        return Math.max(0, needed - coveredSeconds());
    }

    /**
     * The seconds from the first on, four a hexadecimal digit after an {@code x}: a text form of
     * {@code bit varying}. Zeros follow after the last second.
     */
    String hex() {
        long[] words = Arrays.copyOf(covered.toLongArray(), (seconds + Long.SIZE - 1) / Long.SIZE);
        StringBuilder hex = new StringBuilder(1 + words.length * (Long.SIZE / 4)).append('x');
        for (long word : words) {
            hex.append(HexFormat.of().toHexDigits(Long.reverse(word)));
        }
        return hex.toString();
    }

    /** The covered seconds as the fewest spans, in order. */
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int from = covered.nextSetBit(0);
        while (from >= 0) {
            int to = covered.nextClearBit(from);
            spans.add(new Span(from, to));
            from = covered.nextSetBit(to);
        }
        return spans;
    }
}
