package org.jiaxue.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jiaxue.web.Secrets;
import org.springframework.stereotype.Component;

/**
 * Seals personal data with AES-256-GCM under a key of its own, bound to whose it is: a sealed text
 * moved to another row does not open.
 */
@Component
class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Seal(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.key("identity.seal"), "AES");
    }

    /** The nonce, then the sealed text with its tag, as base64url. */
    String seal(String text, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, boundTo, ByteBuffer.wrap(plain));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(nonce.length + sealed.length)
                                .put(nonce)
                                .put(sealed)
                                .array());
    }

    /**
     * Opens what was sealed here for this and not altered since.
     *
     * @throws IllegalArgumentException for anything else
     */
    String open(String sealed, String boundTo) {
        byte[] bytes = Base64.getUrlDecoder().decode(sealed);
        if (bytes.length < NONCE_BYTES) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        return new String(run(Cipher.DECRYPT_MODE, nonce, boundTo, buffer), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String boundTo, ByteBuffer input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = new byte[input.remaining()];
            input.get(bytes);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException altered) {
            throw new IllegalArgumentException("not sealed here", altered);
        }
    }
}
