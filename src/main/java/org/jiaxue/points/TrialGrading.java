package org.jiaxue.points;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaxue.identity.Household;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What levels a term's learning would bring, reckoned in memory: nothing is kept of it. Sums begin
 * with the term; what was learned before it counts for nothing.
 */
public interface TrialGrading {

    /**
     * Reads a scheme that is only proposed.
     *
     * @param file only for messages
     * @throws org.jiaxue.web.DataFaults what is wrong with it, with line and field
     */
    Proposal read(String file, String text);

    /**
     * Begins a trial over a term.
     *
     * @param proposed in force for the whole term instead of its own earlier versions; null where
     *     schemes stay as they are
     * @param division whose guardians are asked about; schemes of other places are left out
     */
    Trial over(Term term, @Nullable Proposal proposed, String division);

    /** A scheme that is only proposed. */
    interface Proposal {

        /** The code of the division for which it would hold, and for all below. */
        String division();

        Words title();
    }

    /**
     * A level of a layer.
     *
     * @param level from 1
     * @param now whether there is one by the schemes that are kept
     * @param then whether there would be one with the proposed scheme
     */
    record Rung(
            String scheme,
            Words title,
            String layer,
            Words layerTitle,
            int level,
            Words levelTitle,
            boolean now,
            boolean then) {}

    /** An event and what it is credited by today's rules and by the proposed ones. */
    record Told(LearningEvent event, LocalDate day, Gain now, Gain then) {}

    /**
     * What an event is credited.
     *
     * @param points 0 or more
     * @param category what they are for, for instance {@code lesson}
     */
    record Gain(int points, String category) {}

    /** A trial over a term; several threads may ask it at once. */
    interface Trial {

        /** Every level of which it tells; by scheme, layer and level. */
        List<Rung> rungs();

        /** Looks up what is kept of some guardians, at most a few thousand. */
        Step step(Map<GuardianId, Household> households);
    }

    /** Some guardians whose confirmations are known. */
    interface Step {

        /**
         * What a guardian's term brings.
         *
         * @param told in order of occurrence, all of the term
         */
        Reached reached(GuardianId guardian, List<Told> told);
    }

    /** When levels were reached, by the place of a rung in {@link Trial#rungs}. */
    interface Reached {

        /** Not reached, by a guardian who stands in the layer. */
        int NOT_REACHED = -1;

        /** Not reached, by a guardian to whom the layer says nothing. */
        int NOT_THERE = -2;

        /**
         * After how many seconds of learning in its layer it was reached; {@link #NOT_REACHED} or
         * {@link #NOT_THERE} where it was not.
         */
        int now(int rung);

        /** The same by what is proposed. */
        int then(int rung);
    }
}
