package org.jiaxue.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Throttle;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/**
 * One-time codes: six digits, good for five minutes, five tries and one use. Whether a phone has an
 * account makes no difference to any answer.
 */
@Component
public class Codes {

    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final int MOST_TRIES = 5;

    private static final int CODES = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

    /** What came of trying a code. */
    sealed interface Trial {

        record Right() implements Trial {}

        /** Wrong; so many tries are left. */
        record Wrong(int left) implements Trial {}

        /** There is no such code any more: used, too old, or tried too often. */
        record Gone() implements Trial {}

        record TooOften(Duration pause) implements Trial {}
    }

    private final CodeStore store;
    private final CodeSender sender;
    private final Throttle throttle;
    private final Secrets secrets;
    private final Times times;
    private final SecureRandom random = new SecureRandom();

    Codes(CodeStore store, CodeSender sender, Throttle throttle, Secrets secrets, Times times) {
        this.store = store;
        this.sender = sender;
        this.throttle = throttle;
        this.secrets = secrets;
        this.times = times;
    }

    /** Sends a code; or says how long to wait before another may be asked for. */
    Optional<Duration> send(Phone phone, String address, Texts texts) {
        Optional<Duration> wait =
                throttle.over(Bounds.CODES_AN_ADDRESS_AN_HOUR, address)
                        .or(() -> throttle.over(Bounds.CODES_A_PHONE_AN_HOUR, phone.digits()));
        if (wait.isPresent()) {
            return wait;
        }
        String code = "%06d".formatted(random.nextInt(CODES));
        Instant until = times.now().plus(LIFETIME);
        store.put(hashOf(phone), hashOf(phone, code), until);
        sender.send(phone, code, texts.say("identity.code.message", code, LIFETIME.toMinutes()));
        return Optional.empty();
    }

    Trial tryOut(Phone phone, String code, String address) {
        Optional<Duration> wait = throttle.over(Bounds.TRIES_AN_ADDRESS_TEN_MINUTES, address);
        if (wait.isPresent()) {
            return new Trial.TooOften(wait.get());
        }
        Optional<CodeStore.Tried> tried = store.tried(hashOf(phone), times.now(), MOST_TRIES);
        if (tried.isEmpty()) {
            return new Trial.Gone();
        }
        if (!same(tried.get().hash(), hashOf(phone, code))) {
            int left = MOST_TRIES - tried.get().tries();
            return left > 0 ? new Trial.Wrong(left) : new Trial.Gone();
        }
        return store.use(hashOf(phone), tried.get().hash()) ? new Trial.Right() : new Trial.Gone();
    }

    /** Forgets everything that was kept of a phone: its code, and how often it was tried. */
    public void forget(Phone phone) {
        store.remove(hashOf(phone));
        throttle.forget(Bounds.CODES_A_PHONE_AN_HOUR, phone.digits());
        sender.forget(phone);
    }

    static boolean shaped(String code) {
        return SHAPE.matcher(code).matches();
    }

    private String hashOf(Phone phone) {
        return secrets.hash("identity.phone", phone.digits());
    }

    private String hashOf(Phone phone, String code) {
        return secrets.hash("identity.code", phone.digits() + " " + code);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
