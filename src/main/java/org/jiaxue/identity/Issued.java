package org.jiaxue.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.web.Viewer;

/**
 * A token at the only moment at which it is known.
 *
 * @param token 256 random bits, 43 characters; the database keeps its hash alone
 * @param scopes what it may be used for
 */
public record Issued(String token, Instant expiresAt, Set<Viewer.Scope> scopes) {

    /** The scopes as one word each, blanks between, as OAuth writes them. */
    public String scope() {
        return scopes.stream()
                .sorted(Comparator.naturalOrder())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "Issued[expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
    }
}
