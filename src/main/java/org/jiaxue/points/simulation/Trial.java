package org.jiaxue.points.simulation;

import java.util.List;
import java.util.UUID;
import org.jiaxue.points.rules.Breach;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A trial that somebody began and how far it is.
 *
 * @param place where they work with it
 * @param breaches what of a proposed rule set lies beyond its bounds
 * @param percent how much of it is done
 * @param outcome null until it is done
 */
public record Trial(
        UUID id,
        StaffId by,
        Owner place,
        Asked asked,
        List<Breach> breaches,
        State state,
        int percent,
        @Nullable Outcome outcome) {

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    Trial at(int done) {
        return new Trial(id, by, place, asked, breaches, state, done, outcome);
    }

    Trial ended(State how, @Nullable Outcome came) {
        return new Trial(id, by, place, asked, breaches, how, percent, came);
    }
}
