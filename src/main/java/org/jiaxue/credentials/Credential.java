package org.jiaxue.credentials;

import java.time.Instant;
import org.jiaxue.credentials.status.StatusPosition;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A credential as it is kept.
 *
 * @param edition from 1; the newest for its cause is the one in force
 * @param holder the name it bears, or null when it bears none
 * @param document the signed text, frozen
 * @param issuedAt when it was first earned, the same for every edition
 */
record Credential(
        GuardianId guardian,
        String cause,
        int edition,
        CredentialId id,
        CredentialKind kind,
        Words name,
        String division,
        StatusPosition position,
        @Nullable String holder,
        String document,
        Instant issuedAt,
        Instant signedAt) {}
