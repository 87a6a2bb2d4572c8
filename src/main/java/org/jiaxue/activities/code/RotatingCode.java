package org.jiaxue.activities.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jiaxue.activities.SessionId;

/**
 * The codes of one session: six digits to type, cut from an HMAC as RFC 4226 section 5.3 does, and
 * a token to scan. Both belong to a window of {@link #WINDOW} and are good in it and in {@link
 * #WINDOWS_AFTER} more.
 */
public final class RotatingCode {

    /** Where a scanned code leads; its token follows as {@code t}. */
    public static final String PATH = "/activities/check-in";

    static final Duration WINDOW = Duration.ofSeconds(30);
    static final int WINDOWS_AFTER = 1;
    public static final int DIGITS = 6;

    private static final String MAC = "HmacSHA256";
    private static final int MODULUS = 1_000_000;
    private static final int MAC_BYTES = 16;
    private static final int TOKEN_BYTES = 2 * Long.BYTES + Integer.BYTES + MAC_BYTES;

    private final SessionId session;
    private final byte[] secret;

    public RotatingCode(SessionId session, byte[] secret) {
        this.session = session;
        this.secret = secret.clone();
    }

    /** What a token says; nothing of it may be believed before {@link #vouchesFor}. */
    public record Claim(SessionId session, int window, String token) {}

    public String digitsAt(Instant now) {
        return digitsIn(windowAt(now));
    }

    public boolean fits(String digits, Instant now) {
        boolean fits = false;
        for (int back = 0; back <= WINDOWS_AFTER; back++) {
            fits |= same(digitsIn(windowAt(now) - back), digits);
        }
        return fits;
    }

    public String tokenAt(Instant now) {
        return tokenIn(windowAt(now));
    }

    /** Reads a token's claim; empty when it is not even shaped like one. */
    public static Optional<Claim> read(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != TOKEN_BYTES) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            SessionId session = new SessionId(new UUID(buffer.getLong(), buffer.getLong()));
            return Optional.of(new Claim(session, buffer.getInt(), token));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether this session made the token, at whatever time. */
    public boolean vouchesFor(Claim claim) {
        return same(tokenIn(claim.window()), claim.token());
    }

    public static boolean current(Claim claim, Instant now) {
        int age = windowAt(now) - claim.window();
        return 0 <= age && age <= WINDOWS_AFTER;
    }

    private static int windowAt(Instant now) {
        return Math.toIntExact(now.getEpochSecond() / WINDOW.toSeconds());
    }

    private String digitsIn(int window) {
        byte[] mac = mac("digits", window);
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    private String tokenIn(int window) {
        ByteBuffer buffer = ByteBuffer.allocate(TOKEN_BYTES);
        buffer.putLong(session.value().getMostSignificantBits());
        buffer.putLong(session.value().getLeastSignificantBits());
        buffer.putInt(window);
        buffer.put(Arrays.copyOf(mac("token", window), MAC_BYTES));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
    }

    private byte[] mac(String purpose, int window) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(window).array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + MAC, missing);
        }
    }

    private static boolean same(String ours, String theirs) {
        return MessageDigest.isEqual(
                ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }
}
