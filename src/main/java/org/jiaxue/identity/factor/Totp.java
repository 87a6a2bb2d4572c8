package org.jiaxue.identity.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time passwords by time (RFC 6238 with HMAC-SHA-1, six digits and steps of thirty seconds),
 * which is what every authenticator on a telephone computes.
 */
final class Totp {

    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;

    /** How many steps a telephone's clock may be early or late. */
    static final int WINDOW = 1;

    private static final int MODULUS = 1_000_000;
    private static final String MAC = "HmacSHA1";

    private Totp() {}

    static long stepAt(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step, with its leading zeros (RFC 4226, section 5.3). */
    static String code(byte[] secret, long step) {
        byte[] hash = mac(secret, step);
        int offset = hash[hash.length - 1] & 0xf;
        int binary = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        return String.format(Locale.ROOT, "%06d", binary % MODULUS);
    }

    /** The earliest step around now, later than the last one used, whose code this is. */
    static Optional<Long> stepOf(byte[] secret, String code, Instant now, long last) {
        long middle = stepAt(now);
        return LongStream.rangeClosed(middle - WINDOW, middle + WINDOW)
                .filter(step -> step > last)
                .filter(step -> same(code(secret, step), code))
                .boxed()
                .findFirst();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + MAC, missing);
        }
    }
}
