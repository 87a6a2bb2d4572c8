package org.jiaxue.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Keys derived from the operator's secret, one a purpose, so that none stands in for another. */
@Component
public class Secrets {

    private static final String MAC = "HmacSHA256";

    private final byte[] root;

    Secrets(Settings settings) {
        this.root = settings.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** A seal with this purpose's key. */
    public Seal seal(String purpose) {
        return new Seal(key(purpose));
    }

    /** A keyed hash of the text for this purpose, as 64 hexadecimal digits. */
    public String hash(String purpose, String text) {
        byte[] hash = mac(key(purpose), text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    /** As {@link #hash}, for many messages. */
    public KeyedHash keyed(String purpose) {
        return new KeyedHash(ready(key(purpose)));
    }

    /** A key of 32 bytes for this purpose; the same for the same secret and purpose. */
    private byte[] key(String purpose) {
        return mac(root, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] message) {
        return ready(key).doFinal(message);
    }

    private static Mac ready(byte[] key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + MAC, missing);
        }
    }
}
