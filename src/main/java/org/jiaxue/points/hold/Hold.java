package org.jiaxue.points.hold;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A hold and how it stands.
 *
 * @param id what the desk and the guardian's pages call it; leads to nobody
 * @param division where the guardian lived then; its officers decide
 * @param kind of what event, by its name in rules
 * @param did what was done, as the entry says it
 * @param figures those that tripped the detector, by their names in files
 * @param until by when it is decided, else it is released by itself; of an appeal, the appeal's
 * @param since from when it waits: of an appeal, since that was made
 * @param firstBy who refused; empty before
 */
record Hold(
        GuardianId guardian,
        UUID event,
        UUID id,
        String division,
        String kind,
        Words did,
        Instant occurredAt,
        String detector,
        int version,
        Map<String, Integer> figures,
        Instant heldAt,
        State state,
        Instant until,
        Instant since,
        @Nullable StaffId firstBy) {

    /** How a hold stands. */
    enum State {
        /** For a person's first decision. */
        WAITING,
        RELEASED,
        /** The guardian may appeal. */
        REFUSED,
        /** For another person's decision. */
        APPEALED,
        /** Refused again on appeal. */
        FINAL;

        boolean waits() {
            return this == WAITING || this == APPEALED;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The decision that is due, or what the guardian writes before it. */
    enum Step {
        FIRST,
        APPEAL;

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a person is to decide. */
    boolean waits() {
        return state.waits();
    }

    /** The decision that is due next. */
    Step step() {
        return state == State.WAITING ? Step.FIRST : Step.APPEAL;
    }

    /** What of it pages show: nothing of whose it is. */
    Face face() {
        return new Face(id, did, occurredAt, state, step());
    }

    /** A hold without its guardian. */
    record Face(UUID id, Words did, Instant occurredAt, State state, Step step) {}

    /** What the guardian wrote. */
    record Said(Step step, String words, Instant at) {}

    /**
     * What was decided.
     *
     * @param by empty where nobody did in time
     */
    record Decision(
            Step step, Reason reason, @Nullable String note, @Nullable StaffId by, Instant at) {}
}
