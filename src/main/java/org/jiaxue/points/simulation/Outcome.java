package org.jiaxue.points.simulation;

import java.util.List;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.TrialGrading.Rung;
import org.jspecify.annotations.Nullable;

/**
 * What a trial came to, as it may be shown: counts of guardians, events and points to the nearest
 * ten, nothing of fewer than ten guardians, and a difference only where at least ten differ.
 *
 * @param asked what was tried
 * @param millis how long it took
 * @param events how many events of the term were gone through
 * @param all all guardians together
 * @param counties by code
 * @param stages in their order; those without a stage last
 */
public record Outcome(
        Asked asked,
        long millis,
        Figure events,
        Line all,
        List<Level> levels,
        List<Kind> kinds,
        List<Line> counties,
        List<Line> stages) {

    /** Of fewer guardians nothing is told. */
    public static final int LEAST = 10;

    /**
     * A level of a layer.
     *
     * @param now how many guardians reach it by what is kept; null where there is no such level
     * @param then how many would; null where there would be no such level
     */
    public record Level(
            Rung rung,
            @Nullable Figure now,
            @Nullable Figure then,
            @Nullable Hours hoursNow,
            @Nullable Hours hoursThen) {}

    /** After how many hours half and nine tenths of those who reach a level have it, in tenths. */
    public record Hours(Figure median, Figure ninety) {}

    /** What a kind of event brings to all guardians together. */
    public record Kind(EventKind kind, Figure now, Figure then) {}

    /**
     * Guardians of a county or a stage.
     *
     * @param county its code; empty for a stage
     * @param stage null for a county, and for guardians without a stage
     * @param meanNow tenths of points a guardian
     * @param more how many would have more points
     * @param less how many would have fewer
     */
    public record Line(
            String county,
            @Nullable Stage stage,
            Figure guardians,
            Figure meanNow,
            Figure meanThen,
            Figure more,
            Figure less) {}
}
