package org.jiaxue.points.simulation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** A figure, or that it is withheld because of how few stand behind it or are missing from it. */
public sealed interface Figure {

    /** How a withheld figure is kept; none that is shown is below zero. */
    long WITHHELD = -1;

    /** A figure that may be shown. */
    record Shown(long figure) implements Figure {

        @Override
        @JsonValue
        public long kept() {
            return figure;
        }
    }

    /** Too few, maybe nobody. */
    record Few() implements Figure {

        @Override
        @JsonValue
        public long kept() {
            return WITHHELD;
        }
    }

    /** As it is kept. */
    long kept();

    @JsonCreator
    static Figure ofKept(long kept) {
        return kept == WITHHELD ? new Few() : new Shown(kept);
    }

    /** Its value; null where it may not be shown. */
    default @Nullable Long value() {
        return this instanceof Shown(long figure) ? figure : null;
    }
}
