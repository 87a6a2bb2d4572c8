package org.jiaxue.learning;

import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;

/**
 * A verified fact about a guardian's learning. Told twice it is kept once: the key is guardian,
 * kind and cause.
 *
 * @param cause what was learned: the lesson, course or session
 * @param occurredAt when the fact became true; caps go by this, not by arrival
 * @param division the guardian's division code at that time
 */
public record LearningEvent(
        UUID id,
        GuardianId guardian,
        EventKind kind,
        UUID cause,
        Instant occurredAt,
        Subject subject,
        String division) {}
