package org.jiaxue.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a lesson stands with its reviews.
 *
 * @param edition the edition that parents read now
 * @param lastOn the day of the last review of any edition; none if there was none
 */
public record Standing(State state, int edition, @Nullable LocalDate lastOn) {

    /** In the order of what waits longest for a reviewer. */
    public enum State {
        /** Nobody outside has reviewed any edition. */
        NEVER,
        /** An earlier edition was reviewed, this one was not. */
        CHANGED,
        /** This edition was found fine, a year ago or more. */
        DUE,
        /** A reviewer asked for changes in this edition. */
        ASKED,
        /** This edition was found fine within a year. */
        REVIEWED
    }
}
