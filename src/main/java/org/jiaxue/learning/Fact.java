package org.jiaxue.learning;

import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;

/**
 * Something that was verified and is to become a learning event.
 *
 * @param cause what was learned; with guardian and kind it makes the event unique
 * @param occurredAt when it became true
 */
public record Fact(
        GuardianId guardian, EventKind kind, UUID cause, Instant occurredAt, Subject subject) {}
