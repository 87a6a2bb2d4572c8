package org.jiaxue.activities.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.activities.SessionId;
import org.jiaxue.web.Secrets;
import org.springframework.stereotype.Component;

/**
 * What a browser keeps after it scanned a good code, so that somebody who has to sign in first does
 * not lose the scan: the session, when it was scanned, and a number of its own by which it signs in
 * one guardian only; signed.
 */
@Component
public class Tickets {

    /** The cookie that holds a ticket. */
    public static final String COOKIE = "check-in";

    /** How long after the scan one may still confirm it. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final String PURPOSE = "activities.ticket";
    private static final int BYTES = 5 * Long.BYTES;
    private static final String SEPARATOR = ".";

    private final Secrets secrets;

    Tickets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A session whose code was scanned then; the nonce tells one scan from another. */
    public record Ticket(SessionId session, Instant seenAt, UUID nonce) {

        public boolean goodAt(Instant now) {
            return !now.isBefore(seenAt) && now.isBefore(seenAt.plus(GOOD_FOR));
        }
    }

    public String issue(SessionId session, Instant now) {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES);
        put(buffer, session.value());
        buffer.putLong(now.getEpochSecond());
        put(buffer, UUID.randomUUID());
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
        return body + SEPARATOR + secrets.hash(PURPOSE, body);
    }

    /** The ticket that was issued; empty for anything that was not issued here. */
    public Optional<Ticket> read(String text) {
        int dot = text.indexOf(SEPARATOR);
        if (dot < 0 || !genuine(text.substring(0, dot), text.substring(dot + 1))) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(0, dot)));
        if (buffer.remaining() != BYTES) {
            return Optional.empty(); // From before an upgrade.
        }
        SessionId session = new SessionId(uuid(buffer));
        Instant seenAt = Instant.ofEpochSecond(buffer.getLong());
        return Optional.of(new Ticket(session, seenAt, uuid(buffer)));
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits());
        buffer.putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private boolean genuine(String body, String hash) {
        return MessageDigest.isEqual(
                secrets.hash(PURPOSE, body).getBytes(StandardCharsets.UTF_8),
                hash.getBytes(StandardCharsets.UTF_8));
    }
}
