package org.jiaxue.credentials;

import java.time.Instant;
import org.jiaxue.web.GuardianId;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A credential was issued; published within the transaction, once for each cause: when its holder
 * has it issued again under another name, nothing more was earned.
 *
 * @param division the guardian's division code when it was reached
 * @param issuedAt when it was reached, to the second
 */
@DomainEvent
public record CredentialIssued(
        GuardianId guardian,
        CredentialId credential,
        String division,
        CredentialKind kind,
        Instant issuedAt) {}
