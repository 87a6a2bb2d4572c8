package org.jiaxue.credentials;

import java.time.Instant;
import java.util.List;

/** What a check of a credential found. It never says whose it is. */
public sealed interface Check {

    /** As issued, signed by this issuer, and not withdrawn. */
    record Valid(Claims claims) implements Check {}

    /** As issued and signed by this issuer, but withdrawn since. */
    record Revoked(Claims claims, Revocation revocation) implements Check {}

    /** As issued and signed by this issuer; since then its holder had it issued anew. */
    record Replaced(Claims claims, Instant at) implements Check {}

    /**
     * Not as it was issued: a copy that was changed or damaged.
     *
     * @param differing which parts differ, where the original is known; neither what they say nor
     *     what they said
     */
    record Altered(List<Part> differing) implements Check {}

    /** Issued here, but its holder's account was erased and no copy of it is kept. */
    record NotKept() implements Check {}

    /** Nothing that this issuer has on record. */
    record Unknown() implements Check {}

    /** A part of a credential, and where it stands in the document. */
    enum Part {
        NUMBER("/id"),
        NAME("/name"),
        ISSUER("/issuer"),
        DATE("/validFrom"),
        SUBJECT("/credentialSubject/id"),
        HOLDER("/credentialSubject/identifier"),
        ACHIEVEMENT("/credentialSubject/achievement"),
        STATUS("/credentialStatus"),
        SIGNATURE("/proof"),
        OTHER("");

        private final String pointer;

        Part(String pointer) {
            this.pointer = pointer;
        }

        String pointer() {
            return pointer;
        }
    }
}
