package org.jiaxue.statistics;

import java.util.List;

/**
 * Which figures are asked for.
 *
 * @param division a division's code
 * @param periods periods of one length in order of time, at most {@link #MOST_WEEKS} weeks
 */
public record Question(String division, Measure measure, By by, List<Period> periods) {

    /** The longest stretch of time that can be asked for at once, in weeks. */
    public static final int MOST_WEEKS = 106;

    public Question {
        periods = List.copyOf(periods);
    }
}
