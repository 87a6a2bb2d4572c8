package org.jiaxue.statistics;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jiaxue.schools.PlatformKind;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for.
 *
 * @param division a division's code
 * @param periods in order of time, a longer one after those that it is made of; from the first day
 *     of the first to the last of the last at most {@link #MOST_WEEKS} weeks
 * @param platform only parent schools on platforms of this kind; null for all
 */
public record Question(
        String division,
        Measure measure,
        By by,
        List<Period> periods,
        @Nullable PlatformKind platform) {

    /** The longest stretch of time that can be asked for at once, in weeks. */
    public static final int MOST_WEEKS = 106;

    public Question {
        periods = List.copyOf(periods);
    }

    /** A question about platforms of any kind. */
    public Question(String division, Measure measure, By by, List<Period> periods) {
        this(division, measure, by, periods, null);
    }

    /** How long its periods are. */
    Set<Unit> units() {
        return EnumSet.copyOf(periods.stream().map(Period::unit).toList());
    }
}
