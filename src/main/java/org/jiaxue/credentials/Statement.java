package org.jiaxue.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that stands in a certificate, for its holder and whoever they show it to.
 *
 * @param holder the name it bears, or null when it bears none
 * @param level from 1, for a level; 0 for anything else
 * @param levels how many its scheme has; 0 where that is not known, as of every star
 * @param document the signed text, frozen
 * @param signedAt when it was signed, which is later than its date of issue
 */
public record Statement(
        Claims claims,
        @Nullable String holder,
        int level,
        int levels,
        String document,
        Instant signedAt) {

    /** The parts of a cause: of a star its scheme, layer and level, of a period more. */
    private static final int PARTS_OF_A_STAR = 4;

    static Statement of(Credential credential) {
        String[] cause = credential.cause().split(":");
        boolean level = credential.kind() != CredentialKind.COURSE;
        return new Statement(
                Claims.of(credential),
                credential.holder(),
                level ? Integer.parseInt(cause[cause.length - 1]) : 0,
                level && cause.length > PARTS_OF_A_STAR
                        ? Integer.parseInt(cause[cause.length - 2])
                        : 0,
                credential.document(),
                credential.signedAt());
    }
}
