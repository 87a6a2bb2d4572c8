package org.jiaxue.web;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Makes ids: time-ordered ones for rows (RFC 9562 version 7), random ones for strangers. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STRANGER_BYTES = 16;
    private static final int CANONICAL_LENGTH = 36;

    private Ids() {}

    /** A UUID of version 7, ascending within a process. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** A UUID of 128 random bits, for what strangers see. */
    public static UUID random() {
        byte[] bytes = new byte[STRANGER_BYTES];
        RANDOM.nextBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** A token of the given number of random bytes, URL-safe without padding. */
    public static String token(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Reads a UUID in its canonical 36-character form; empty for anything else. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != CANONICAL_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
