package org.jiaxue.credentials.issuer;

import java.time.Instant;
import java.util.Map;
import org.jiaxue.credentials.proof.Proof;
import org.jiaxue.credentials.proof.SigningKey;
import org.jiaxue.credentials.proof.StrictJson;
import org.jiaxue.credentials.proof.Verification;
import org.jiaxue.credentials.proof.VerifyingKey;
import org.jiaxue.web.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who signs: a {@code did:web} with one Ed25519 key, fixed when the product first starts.
 *
 * @param name as it stands in the credentials
 */
public record Issuer(BaseUrl base, Words name, SigningKey key) {

    private static final Proof PROOF = new Proof();

    public String did() {
        return base.did();
    }

    /** The id of the one key: the DID, a hash sign and the key itself. */
    public String verificationMethod() {
        return did() + "#" + key.verifyingKey().multikey();
    }

    public Map<String, VerifyingKey> keys() {
        return Map.of(verificationMethod(), key.verifyingKey());
    }

    /** The signed text of a document: one line, frozen from here on. */
    public String sign(ObjectNode document, Instant at) {
        return StrictJson.write(PROOF.sign(document, key, verificationMethod(), at));
    }

    public Verification verify(String text) {
        return PROOF.verify(text, keys());
    }

    /** The DID document (DID Core 1.0), the key as a Multikey (Controlled Identifiers 1.0). */
    public String didDocument() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context")
                .add("https://www.w3.org/ns/did/v1")
                .add("https://w3id.org/security/multikey/v1");
        document.put("id", did());
        document.putArray("verificationMethod")
                .addObject()
                .put("id", verificationMethod())
                .put("type", "Multikey")
                .put("controller", did())
                .put("publicKeyMultibase", key.verifyingKey().multikey());
        document.putArray("assertionMethod").add(verificationMethod());
        return StrictJson.write(document);
    }
}
