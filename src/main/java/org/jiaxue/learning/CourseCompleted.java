package org.jiaxue.learning;

import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jmolecules.event.annotation.DomainEvent;

/** A guardian completed the last open lesson of a course; published within the transaction. */
@DomainEvent
public record CourseCompleted(
        GuardianId guardian, UUID event, UUID course, Words title, String division, Instant at) {}
