package org.jiaxue.journeys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator on a telephone, into which a secret was typed (RFC 6238, RFC 4648). */
final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String MAC = "HmacSHA1";

    private final SecretKeySpec secret;

    Authenticator(String typed) {
        secret = new SecretKeySpec(decoded(typed.replaceAll("\\s", "")), MAC);
    }

    /** The digits that it shows so many steps of thirty seconds from now. */
    String digits(int ahead) {
        long step = Instant.now().getEpochSecond() / 30 + ahead;
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int binary = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", binary % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] decoded(String text) {
        byte[] bytes = new byte[text.length() * 5 / Byte.SIZE];
        for (int i = 0; i < bytes.length * Byte.SIZE; i++) {
            int group = ALPHABET.indexOf(text.charAt(i / 5));
            int bit = (group >> (4 - i % 5)) & 1;
            bytes[i / Byte.SIZE] |= (byte) (bit << (7 - i % Byte.SIZE));
        }
        return bytes;
    }
}
