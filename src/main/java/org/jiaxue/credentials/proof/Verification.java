package org.jiaxue.credentials.proof;

import tools.jackson.databind.node.ObjectNode;

/** What a document's signature says of it. */
public sealed interface Verification {

    /** Every claim in the document, and its proof's own fields, are as the issuer signed them. */
    record Verified(ObjectNode document) implements Verification {}

    /**
     * Nothing in it may be relied on.
     *
     * @param detail for a log or a developer, in English; may quote the document
     */
    record Refused(Reason reason, String detail) implements Verification {}

    /** Why a document is refused, in the order in which it is looked at. */
    enum Reason {
        NOT_JSON,
        NOT_SIGNED_AS_A_WHOLE,
        UNKNOWN_CONTEXT,
        NO_PROOF_OF_THIS_KIND,
        UNKNOWN_KEY,
        SIGNATURE
    }
}
