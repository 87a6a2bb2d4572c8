package org.jiaxue.statistics.closing;

import java.time.LocalDate;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/**
 * Something that counts.
 *
 * @param cause names the learning event or the credential; a fact told twice is kept once
 * @param day the day on which it happened, in the region's zone
 * @param division where the guardian lived then
 * @param stage the stage of what was learned; null for a credential
 */
public record Fact(
        GuardianId guardian,
        String cause,
        String kind,
        LocalDate day,
        String division,
        @Nullable String stage) {}
