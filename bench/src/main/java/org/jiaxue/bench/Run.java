package org.jiaxue.bench;

/**
 * One run of a load.
 *
 * @param perSecond what was done in a second, in the figure's unit
 * @param p50 half of the requests (or transactions) took no longer, in milliseconds
 * @param p99 99 of 100 took no longer, in milliseconds; 0 where only the whole was timed
 */
public record Run(double perSecond, double p50, double p99) {

    /** A run of which only the whole was timed. */
    public static Run of(long done, long nanos) {
        return new Run(done / (nanos / 1e9), 0, 0);
    }
}
