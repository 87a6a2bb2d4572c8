package org.jiaxue.credentials.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.credentials.proof.Canonical.Unsigned;
import org.jiaxue.credentials.proof.Verification.Reason;
import org.jiaxue.credentials.proof.Verification.Refused;
import org.jiaxue.credentials.proof.Verification.Verified;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Data Integrity proofs with the cryptosuite {@code eddsa-rdfc-2022} (W3C Data Integrity EdDSA
 * Cryptosuites 1.0, section 3.2). A document is signed only if all of it ends up under the
 * signature; one that is verified is held to the same. Safe for use by many threads.
 */
public final class Proof {

    private static final String SUITE = "eddsa-rdfc-2022";
    private static final Set<String> FIELDS =
            Set.of(
                    "type",
                    "cryptosuite",
                    "created",
                    "verificationMethod",
                    "proofPurpose",
                    "proofValue");
    private static final Set<List<String>> CONTEXTS =
            Set.of(
                    List.of(Contexts.CREDENTIALS),
                    List.of(Contexts.CREDENTIALS, Contexts.OPEN_BADGES));

    private final Canonical canonical = new Canonical();

    /**
     * The document with one proof added to it as its last member.
     *
     * @param document without a proof; its issuer is the part of the method before the hash sign
     * @param verificationMethod the key's id, {@code did:web:…#…}
     * @param created cut to whole seconds
     * @throws IllegalArgumentException when part of the document would stay outside the signature
     */
    public ObjectNode sign(
            ObjectNode document, SigningKey key, String verificationMethod, Instant created) {
        ObjectNode proof = JsonNodeFactory.instance.objectNode();
        proof.put("type", "DataIntegrityProof");
        proof.put("cryptosuite", SUITE);
        proof.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        proof.put("verificationMethod", verificationMethod);
        proof.put("proofPurpose", "assertionMethod");
        Optional<String> flaw = StrictJson.flaw(document);
        if (flaw.isPresent() || document.has("proof") || !knownContext(document)) {
            throw new IllegalArgumentException("cannot be signed as a whole: " + flaw.orElse("/"));
        }
        try {
            proof.put("proofValue", "z" + Base58.encode(key.sign(hash(document, proof))));
        } catch (Unsigned unsigned) {
            throw new IllegalArgumentException("cannot be signed as a whole", unsigned);
        }
        ObjectNode secured = document.deepCopy();
        secured.putArray("proof").add(proof);
        return secured;
    }

    /**
     * Checks a document's text.
     *
     * @param text at most {@link StrictJson#MAX_CHARACTERS} characters
     * @param keys the keys that may sign, by verification method; each only for the issuer that it
     *     belongs to
     */
    public Verification verify(String text, Map<String, VerifyingKey> keys) {
        Optional<ObjectNode> read = StrictJson.read(text);
        if (read.isEmpty()) {
            return new Refused(Reason.NOT_JSON, "no JSON object, or a member named twice");
        }
        ObjectNode secured = read.get();
        Optional<String> flaw = StrictJson.flaw(secured);
        if (flaw.isPresent()) {
            return new Refused(Reason.NOT_SIGNED_AS_A_WHOLE, flaw.get());
        }
        if (!knownContext(secured)) {
            return new Refused(Reason.UNKNOWN_CONTEXT, secured.path("@context").toString());
        }
        Optional<ObjectNode> proof = proofOf(secured);
        if (proof.isEmpty()) {
            return new Refused(Reason.NO_PROOF_OF_THIS_KIND, secured.path("proof").toString());
        }
        String method = text(proof.get(), "verificationMethod");
        VerifyingKey key = keys.get(method);
        if (key == null || !method.startsWith(issuerOf(secured) + "#")) {
            return new Refused(Reason.UNKNOWN_KEY, method);
        }
        return verify(secured, proof.get(), key);
    }

    private Verification verify(ObjectNode secured, ObjectNode proof, VerifyingKey key) {
        ObjectNode document = secured.deepCopy();
        document.remove("proof");
        ObjectNode options = proof.deepCopy();
        String value = text(options.remove("proofValue"));
        Optional<byte[]> signature =
                Base58.decode(value.substring(1))
                        .filter(bytes -> value.equals("z" + Base58.encode(bytes)));
        try {
            return signature.isPresent() && key.verifies(hash(document, options), signature.get())
                    ? new Verified(secured)
                    : new Refused(Reason.SIGNATURE, value);
        } catch (Unsigned unsigned) {
            return new Refused(Reason.NOT_SIGNED_AS_A_WHOLE, String.valueOf(unsigned.getMessage()));
        }
    }

    /** SHA-256 of the proof's options, then SHA-256 of the document, both canonical (64 bytes). */
    private byte[] hash(ObjectNode document, ObjectNode proof) throws Unsigned {
        ObjectNode options = proof.deepCopy();
        options.set("@context", document.get("@context"));
        byte[] first = canonical.hash(options);
        byte[] second = canonical.hash(document);
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static boolean knownContext(ObjectNode document) {
        return document.get("@context") instanceof ArrayNode context
                && CONTEXTS.contains(
                        context.valueStream().map(Proof::text).collect(Collectors.toList()));
    }

    private static Optional<ObjectNode> proofOf(ObjectNode secured) {
        if (!(secured.get("proof") instanceof ArrayNode proofs)
                || proofs.size() != 1
                || !(proofs.get(0) instanceof ObjectNode proof)) {
            return Optional.empty();
        }
        boolean ours =
                Set.copyOf(proof.propertyNames()).equals(FIELDS)
                        && text(proof, "type").equals("DataIntegrityProof")
                        && text(proof, "cryptosuite").equals(SUITE)
                        && text(proof, "proofPurpose").equals("assertionMethod")
                        && text(proof, "proofValue").startsWith("z");
        return ours ? Optional.of(proof) : Optional.empty();
    }

    /** The issuer's id, whether the issuer is written as an object or as its id alone. */
    private static String issuerOf(ObjectNode document) {
        JsonNode issuer = document.path("issuer");
        return issuer.isObject() ? text(issuer.path("id")) : text(issuer);
    }

    private static String text(JsonNode node, String member) {
        return text(node.path(member));
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }
}
