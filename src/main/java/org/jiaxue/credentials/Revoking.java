package org.jiaxue.credentials;

/** What came of a wish to withdraw a credential. */
public sealed interface Revoking {

    record Revoked(Revocation revocation) implements Revoking {}

    /** It was withdrawn before; the first reason and time stand. */
    record Already(Revocation revocation) implements Revoking {}

    record Unknown() implements Revoking {}
}
