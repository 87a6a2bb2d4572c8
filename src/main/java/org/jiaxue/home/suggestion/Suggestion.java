package org.jiaxue.home.suggestion;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.web.Words;

/**
 * Something that brings the next level nearer.
 *
 * @param minutes that it takes, rounded up, at least 1
 * @param points what the ledger credits if this and those before it are done, each on its day
 * @param day the day on which it takes place or from which all of it counts; today for most
 * @param later whether caps keep it from counting today
 * @param course whether it completes a course when those before it are done
 * @param lights the levels that are reached with it when those before it are done
 */
public record Suggestion(
        Thing thing,
        int minutes,
        int points,
        LocalDate day,
        boolean later,
        boolean course,
        List<Lit> lights) {

    /**
     * A level that would be reached.
     *
     * @param single whether it is the only one of its scheme
     */
    public record Lit(Words scheme, Words layer, Words level, boolean single) {}
}
