package org.jiaxue.credentials;

import java.time.Instant;
import java.util.Locale;
import org.jiaxue.credentials.badge.Badge;
import org.jiaxue.credentials.proof.StrictJson;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a credential says, read from the signed document itself. */
public record Claims(
        CredentialId id,
        CredentialKind kind,
        Words name,
        Words description,
        Words criteria,
        Words issuer,
        Instant issuedAt) {

    /** Between the parts of a name: the scheme, its layer, its level. */
    private static final String DOT = " · ";

    /** The name's first part. */
    public String title(Locale locale) {
        String whole = name.in(locale);
        int dot = whole.indexOf(DOT);
        return dot < 0 ? whole : whole.substring(0, dot);
    }

    /** The rest of the name, or null when it has one part. */
    public @Nullable String detail(Locale locale) {
        String whole = name.in(locale);
        int dot = whole.indexOf(DOT);
        return dot < 0 ? null : whole.substring(dot + DOT.length());
    }

    static Claims of(Credential credential) {
        ObjectNode document = StrictJson.read(credential.document()).orElseThrow();
        return of(credential.id(), document);
    }

    /** What a document says whose signature was verified. */
    static Claims of(CredentialId id, ObjectNode document) {
        return new Claims(
                id,
                CredentialKind.ofAchievement(
                        document.at("/credentialSubject/achievement/achievementType").asString("")),
                Badge.apart(document.at("/credentialSubject/achievement/name")),
                Badge.apart(document.at("/credentialSubject/achievement/description")),
                Badge.apart(document.at("/credentialSubject/achievement/criteria/narrative")),
                Badge.apart(document.at("/issuer/name")),
                Instant.parse(document.path("validFrom").asString("")));
    }
}
