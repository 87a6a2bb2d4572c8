package org.jiaxue.learning;

import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;

/** A guardian completed the last open lesson of a course; published within the transaction. */
public record CourseCompleted(
        GuardianId guardian, UUID event, UUID course, Words title, String division, Instant at) {}
