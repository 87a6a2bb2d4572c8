package org.jiaxue.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a few bytes with AES-256-GCM, so that they can be kept where others read. Each is bound to
 * what it belongs to: moved to another row, it does not open.
 *
 * <p>What is sealed is a text: 12 bytes of nonce, the cipher and its 16 bytes of tag, as base64url
 * without padding. The plain alphabet of base64, in which older keys were kept, is read as well.
 */
public final class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Seals a text in UTF-8. */
    public String close(String text, String boundTo) {
        return close(text.getBytes(UTF_8), boundTo);
    }

    /** Seals bytes; the same ones look different each time. */
    public String close(byte[] bytes, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] cipher = cipher(Cipher.ENCRYPT_MODE, nonce, boundTo).doFinal(bytes);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.length);
            System.arraycopy(cipher, 0, sealed, NONCE_BYTES, cipher.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no AES-GCM", missing);
        }
    }

    /** The text again; empty as {@link #open} is. */
    public Optional<String> openText(String sealed, String boundTo) {
        return open(sealed, boundTo).map(bytes -> new String(bytes, UTF_8));
    }

    /** The bytes again; empty for what was not sealed by this key for this, or was altered. */
    public Optional<byte[]> open(String sealed, String boundTo) {
        Optional<byte[]> read = read(sealed);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = read.get();
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, boundTo);
            return Optional.of(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
        } catch (AEADBadTagException altered) {
            return Optional.empty();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no AES-GCM", missing);
        }
    }

    private static Optional<byte[]> read(String sealed) {
        try {
            byte[] bytes =
                    Base64.getUrlDecoder().decode(sealed.replace('+', '-').replace('/', '_'));
            return Optional.of(bytes).filter(it -> it.length >= NONCE_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String boundTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(UTF_8));
        return cipher;
    }
}
