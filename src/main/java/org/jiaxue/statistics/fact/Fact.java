package org.jiaxue.statistics.fact;

import java.time.LocalDate;
import org.jiaxue.credentials.CredentialIssued;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.statistics.Measure;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
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
        @Nullable String stage) {

    /** What a learning event tells. */
    public static Fact of(LearningEvent event, Times times) {
        return new Fact(
                event.guardian(),
                event.id().toString(),
                event.kind().slug(),
                times.dayOf(event.occurredAt()),
                event.division(),
                event.subject().stage().slug());
    }

    /** What a certificate tells that was issued. */
    public static Fact of(CredentialIssued issued, Times times) {
        return new Fact(
                issued.guardian(),
                issued.credential().value(),
                Measure.CREDENTIAL,
                times.dayOf(issued.issuedAt()),
                issued.division(),
                null);
    }
}
