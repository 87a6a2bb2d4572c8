package org.jiaxue.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that stands in a certificate, for its holder and whoever they show it to.
 *
 * @param holder the name it bears, or null when it bears none
 * @param level from 1, for a level; 0 for anything else
 * @param document the signed text, frozen
 * @param signedAt when it was signed, which is later than its date of issue
 */
public record Statement(
        Claims claims, @Nullable String holder, int level, String document, Instant signedAt) {

    static Statement of(Credential credential) {
        String cause = credential.cause();
        int level =
                credential.kind() == CredentialKind.LEVEL
                        ? Integer.parseInt(cause.substring(cause.lastIndexOf(':') + 1))
                        : 0;
        return new Statement(
                Claims.of(credential),
                credential.holder(),
                level,
                credential.document(),
                credential.signedAt());
    }
}
