package org.jiaxue.points.simulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiaxue.points.rules.Breach;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A trial that somebody began and how far it is.
 *
 * @param place where they work with it
 * @param title what is tried
 * @param percent how much of it is done
 * @param came null until it is done
 */
public record Trial(
        UUID id,
        StaffId by,
        Owner place,
        Words title,
        Term term,
        State state,
        int percent,
        @Nullable Came came) {

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED,
        /** Nothing was heard for a while of the node that worked at it. */
        BROKEN_OFF
    }

    /**
     * What came of it.
     *
     * @param breaches what of a proposed rule set lies beyond its bounds
     * @param since when these figures were first told, where a trial came out alike before; else
     *     null
     */
    public record Came(Outcome outcome, List<Breach> breaches, @Nullable Instant since) {}

    public boolean running() {
        return state == State.RUNNING;
    }
}
