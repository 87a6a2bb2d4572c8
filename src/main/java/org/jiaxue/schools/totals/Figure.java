package org.jiaxue.schools.totals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure that staff may read: how many guardians did something, at least ten, and at least ten
 * did not. It is shown until another may be shown, for that one tells of ten or more that changed.
 *
 * @param shown how many did
 * @param missing how many did not; kept to decide about the next figure and never shown
 * @param asOf the Monday at whose beginning it held
 */
public record Figure(int shown, int missing, LocalDate asOf) {

    /** No figure and no difference of two tells of fewer guardians. */
    public static final int FEW = 10;

    /**
     * What is shown from a Monday on: the new figure where it and its difference from the one
     * before tell of enough, else the one before, else none.
     */
    static @Nullable Figure next(
            @Nullable Figure before, int count, int missing, LocalDate monday) {
        if (count < FEW || missing < FEW) {
            return before;
        }
        if (before == null || (far(count, before.shown()) && far(missing, before.missing()))) {
            return new Figure(count, missing, monday);
        }
        return before;
    }

    /**
     * Of how many guardians this figure of a lesson is; nothing where the class's own figure is of
     * another Monday. A class changes from week to week, so two figures of different Mondays say
     * nothing together, and their difference is nobody.
     *
     * @param guardians the class's own figure
     */
    public @Nullable Integer outOf(@Nullable Figure guardians) {
        return guardians != null && guardians.asOf.equals(asOf) ? guardians.shown : null;
    }

    private static boolean far(int one, int other) {
        return Math.abs(one - other) >= FEW;
    }
}
