package org.jiaxue.credentials.badge;

import java.time.Instant;
import org.jiaxue.web.GuardianId;

/**
 * A reason to issue a credential.
 *
 * @param cause at most 200 characters; a guardian has one credential a cause
 * @param division the guardian's division code at that time; never part of the document
 * @param at when it was reached, which becomes the date of issue
 */
public record Award(
        GuardianId guardian, String cause, Achievement achievement, String division, Instant at) {}
