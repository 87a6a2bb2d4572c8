package org.jiaxue.points.simulation;

import java.util.List;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.TrialGrading.Rung;
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a trial came to, as it may be shown: counts of guardians and events to the nearest ten and
 * sums of points to the nearest hundred, nothing of fewer than ten guardians nor where fewer than
 * ten are missing, and a difference only where at least ten differ.
 *
 * @param title what was tried
 * @param millis how long it took
 * @param leftOut whether rules that concern few guardians or nobody were left out
 * @param events how many events of the term were gone through
 * @param all all guardians together
 * @param counties by code
 * @param stages in their order; those without a stage last
 * @param reachCounties who reaches each level, by county
 * @param reachStages the same by stage
 */
public record Outcome(
        Words title,
        Term term,
        long millis,
        boolean leftOut,
        Figure events,
        Line all,
        List<Level> levels,
        List<Kind> kinds,
        List<Line> counties,
        List<Line> stages,
        List<Reach> reachCounties,
        List<Reach> reachStages) {

    /** These figures, as they stand for another trial that is told alike. */
    Outcome of(Outcome other) {
        return new Outcome(
                other.title,
                other.term,
                other.millis,
                other.leftOut,
                events,
                all,
                levels,
                kinds,
                counties,
                stages,
                reachCounties,
                reachStages);
    }

    /** Sums and means are told of so many guardians. */
    public static final int LEAST_OF_SUMS = 50;

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
     * A county or a stage.
     *
     * @param county its code; empty for a stage
     * @param stage null for a county, and for guardians without a stage
     */
    public record Part(String county, @Nullable Stage stage) {}

    /**
     * Guardians of a county or a stage.
     *
     * @param meanNow tenths of points a guardian
     * @param more how many would have more points
     * @param less how many would have fewer
     */
    public record Line(
            Part part,
            Figure guardians,
            Figure meanNow,
            Figure meanThen,
            Figure more,
            Figure less) {}

    /**
     * Guardians of a county or a stage who reach a level.
     *
     * @param rung its place among the levels
     * @param now null where there is no such level
     * @param then null where there would be none
     */
    public record Reach(Part part, int rung, @Nullable Figure now, @Nullable Figure then) {}
}
