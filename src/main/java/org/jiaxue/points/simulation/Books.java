package org.jiaxue.points.simulation;

import java.time.LocalDate;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rulebook;
import org.jspecify.annotations.Nullable;

/**
 * The rules as they stand and as they are tried.
 *
 * @param trying null where rules stay as they are
 * @param changed whose rules would change
 * @param whom of whom is told
 * @param first the first day of the term
 * @param begins the day from which events fill the caps of the term's first days
 */
record Books(
        Rulebook today,
        @Nullable Rulebook trying,
        Owner changed,
        Owner whom,
        LocalDate first,
        LocalDate begins) {

    static Books of(Rulebook today, Asked asked) {
        LocalDate first = asked.term().first();
        @Nullable Rulebook trying =
                asked.proposed() instanceof Proposed.OfRules rules
                        ? today.trying(rules.set(), first)
                        : null;
        return new Books(
                today,
                trying,
                asked.proposed().owner(),
                asked.whom(),
                first,
                Period.WEEK.startOf(first));
    }

    /** Whether rules stay as they are. */
    boolean one() {
        return trying == null;
    }

    Effective now(LearningEvent event, LocalDate day) {
        return today.inForce(event, day);
    }

    /** Whether an event goes by the same rules on both sides. */
    boolean same(LearningEvent event, LocalDate day) {
        return trying == null
                || day.isBefore(first)
                || !changed.governs(event.division(), event.setting().school());
    }

    Effective then(LearningEvent event, LocalDate day) {
        return trying == null ? now(event, day) : trying.inForce(event, day);
    }
}
