package org.jiaxue.points.simulation;

import org.jspecify.annotations.Nullable;

/** A figure, or that fewer than ten guardians stand behind it. */
public sealed interface Figure {

    /** A figure that may be shown. */
    record Shown(long figure) implements Figure {}

    /** Fewer than {@value Outcome#LEAST} guardians, maybe none. */
    record Few() implements Figure {}

    /** Its value; null where it may not be shown. */
    default @Nullable Long value() {
        return this instanceof Shown(long figure) ? figure : null;
    }
}
