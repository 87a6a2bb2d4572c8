package org.jiaxue.credentials.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jiaxue.credentials.issuer.Issuer;
import org.jiaxue.credentials.proof.Contexts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list of revocations as W3C's Bitstring Status List 1.0 writes it: one bit a credential,
 * compressed with gzip, in base64url. It is long so that asking for it does not tell which
 * credential is checked.
 */
public final class StatusList {

    /** Bits of a list; the specification's minimum (section 3.2). */
    static final int POSITIONS = 131_072;

    private StatusList() {}

    /** The unsigned credential of a list whose named positions are revoked. */
    static ObjectNode document(Issuer issuer, int list, Set<Integer> revoked, Instant at) {
        String id = issuer.base().statusList(list);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(Contexts.CREDENTIALS);
        document.put("id", id);
        document.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        document.put("issuer", issuer.did());
        document.put("validFrom", at.truncatedTo(ChronoUnit.SECONDS).toString());
        document.putObject("credentialSubject")
                .put("id", id + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", "revocation")
                .put("encodedList", encode(revoked));
        return document;
    }

    /** Multibase base64url of the compressed bits; the first position is the leftmost bit. */
    public static String encode(Set<Integer> revoked) {
        byte[] bits = new byte[POSITIONS / 8];
        for (int index : revoked) {
            bits[index / 8] |= (byte) (0x80 >>> (index % 8));
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bits);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "u"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
    }
}
