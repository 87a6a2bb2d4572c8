package org.jiaxue.credentials.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a signed document as it is, for any site's verifier. */
final class PublicDocument {

    /** Verifiable Credentials Data Model 2.0, appendix C.1. */
    static final MediaType CREDENTIAL = MediaType.parseMediaType("application/vc");

    private PublicDocument() {}

    /**
     * The document with an ETag of its own.
     *
     * @param caching what Cache-Control says
     */
    static ResponseEntity<byte[]> answer(String document, MediaType type, String caching) {
        byte[] bytes = document.getBytes(UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(etag(bytes))
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(bytes);
    }

    /**
     * Marks an answer in any form as one of several, as none for a search engine, and as one whose
     * address, which may hold a link's token, is told to nobody.
     */
    static void mark(HttpServletResponse response) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
