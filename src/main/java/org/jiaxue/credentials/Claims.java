package org.jiaxue.credentials;

import java.time.Instant;
import org.jiaxue.credentials.proof.StrictJson;
import org.jiaxue.web.Words;
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

    static Claims of(Credential credential) {
        ObjectNode document = StrictJson.read(credential.document()).orElseThrow();
        return new Claims(
                credential.id(),
                credential.kind(),
                Badge.apart(document.at("/credentialSubject/achievement/name")),
                Badge.apart(document.at("/credentialSubject/achievement/description")),
                Badge.apart(document.at("/credentialSubject/achievement/criteria/narrative")),
                Badge.apart(document.at("/issuer/name")),
                Instant.parse(document.path("validFrom").asString("")));
    }
}
