package org.jiaxue.statistics;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which figures are asked for.
 *
 * @param division a division's code
 * @param periods in order of time, a longer one after those that it is made of; from the first day
 *     of the first to the last of the last at most {@link #MOST_WEEKS} weeks
 */
public record Question(String division, Measure measure, By by, List<Period> periods) {

    /** The longest stretch of time that can be asked for at once, in weeks. */
    public static final int MOST_WEEKS = 106;

    public Question {
        periods = List.copyOf(periods);
    }

    /** How long its periods are. */
    Set<Unit> units() {
        return EnumSet.copyOf(periods.stream().map(Period::unit).toList());
    }
}
