package org.jiaxue.credentials;

import java.time.Instant;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;

/**
 * A credential as it is kept.
 *
 * @param document the signed text, frozen
 */
record Credential(
        GuardianId guardian,
        String cause,
        CredentialId id,
        CredentialKind kind,
        Words name,
        String division,
        StatusPosition position,
        String document,
        Instant issuedAt) {}
