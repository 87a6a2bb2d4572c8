package org.jiaxue.points.hold;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a person released or refused; the guardian reads it in words. */
public enum Reason {
    /** Nothing speaks against it. */
    NOTHING_FOUND(Outcome.RELEASED),
    /** What the guardian wrote explains it. */
    EXPLAINED(Outcome.RELEASED),
    /** Several of one family learn on one device. */
    SHARED_DEVICE(Outcome.RELEASED),
    /** The platform or the network was at fault. */
    OUR_FAULT(Outcome.RELEASED),
    /** Nobody decided in time. */
    IN_TIME(Outcome.RELEASED),
    /** The playing that was told does not go together with the time that passed. */
    NOT_PLAYED(Outcome.REFUSED),
    /** The answers came faster than the question can be read. */
    NOT_READ(Outcome.REFUSED),
    /** Several accounts were run in one go. */
    NOT_ONE_PERSON(Outcome.REFUSED),
    /** The guardian says that it was not their own learning. */
    NOT_OWN(Outcome.REFUSED);

    /** What was decided. */
    public enum Outcome {
        RELEASED,
        REFUSED;

        /** Its name in forms and tables. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Outcome outcome;

    Reason(Outcome outcome) {
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Its name in forms and tables, for instance {@code nothing-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its words. */
    public String key() {
        return "points.hold.reason." + slug();
    }

    static Optional<Reason> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** Those that a person may give. */
    static List<Reason> forPeople() {
        return Arrays.stream(values()).filter(it -> it != IN_TIME).toList();
    }
}
