package org.jiaxue.credentials;

import java.time.Instant;
import org.jiaxue.web.GuardianId;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A credential was withdrawn; published within the transaction, once for each credential.
 *
 * @param first the credential that was issued first for this cause, and told of as issued; another
 *     one when a name was chosen since
 * @param division the guardian's division code when it was reached
 */
@DomainEvent
public record CredentialRevoked(
        GuardianId guardian,
        CredentialId credential,
        CredentialId first,
        String division,
        CredentialKind kind,
        Instant revokedAt) {}
