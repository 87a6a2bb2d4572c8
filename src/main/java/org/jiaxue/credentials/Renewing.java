package org.jiaxue.credentials;

/** What came of a wish to have another name on a certificate. */
public sealed interface Renewing {

    /** It was issued anew under this number; the earlier one is replaced. */
    record Renewed(CredentialId id) implements Renewing {}

    /** It bears that name already, so nothing changed. */
    record Same() implements Renewing {}

    /** It was replaced before by this one. */
    record Superseded(CredentialId by) implements Renewing {}

    /** It was withdrawn by an officer. */
    record Withdrawn() implements Renewing {}

    /** There were {@link Credentials#MAX_RENEWED_A_DAY} within a day. */
    record TooOften() implements Renewing {}

    /** No certificate of this guardian's. */
    record Unknown() implements Renewing {}
}
