package org.jiaxue.bench;

import org.jspecify.annotations.Nullable;

/**
 * One run of a load.
 *
 * @param value what is told of it, in the figure's unit
 * @param p50 half of the requests (or transactions) took no longer, in milliseconds
 * @param p99 99 of 100 took no longer, in milliseconds; 0 where only the whole was timed
 * @param max none took longer, in milliseconds; 0 where that is not known
 * @param used what the processes used meanwhile, where that was looked at
 */
public record Run(double value, double p50, double p99, double max, @Nullable Used used) {

    /** A run of which only the whole was timed, in the second. */
    public static Run of(long done, long nanos) {
        return only(done / (nanos / 1e9));
    }

    /** A run of which one value is known. */
    public static Run only(double value) {
        return new Run(value, 0, 0, 0, null);
    }

    public Run using(Used used) {
        return new Run(value, p50, p99, max, used);
    }
}
