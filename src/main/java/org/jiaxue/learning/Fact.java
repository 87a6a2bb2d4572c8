package org.jiaxue.learning;

import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;

/**
 * Something that was verified and is to become a learning event.
 *
 * @param cause what was learned; with guardian and kind it makes the event unique
 * @param occurredAt when it became true
 * @param circumstances what was seen when it did
 */
public record Fact(
        GuardianId guardian,
        EventKind kind,
        UUID cause,
        Instant occurredAt,
        Subject subject,
        Circumstances circumstances) {

    /** A fact of whose circumstances nothing was seen. */
    public Fact(
            GuardianId guardian, EventKind kind, UUID cause, Instant occurredAt, Subject subject) {
        this(guardian, kind, cause, occurredAt, subject, Circumstances.NONE);
    }

    /** The same fact, with what was seen. */
    public Fact seen(Circumstances seen) {
        return new Fact(guardian, kind, cause, occurredAt, subject, seen);
    }
}
