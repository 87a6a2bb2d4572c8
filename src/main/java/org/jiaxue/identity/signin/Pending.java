package org.jiaxue.identity.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.token.Sessions;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * A sign-in between its two steps, kept sealed in the browser: the phone number is in no address
 * and in no form of the second step.
 */
@Component
class Pending {

    /** Whose code is awaited and where the browser goes afterwards. */
    record Step(Phone phone, String next) {}

    /** What a code is awaited for, each in a cookie of its own that goes nowhere else. */
    enum Until {
        SIGNED_IN("signing-in", "/sign-in"),
        PHONE_CHANGED("changing-phone", "/me/data/phone");

        private final String cookie;
        private final String path;

        Until(String cookie, String path) {
            this.cookie = cookie;
            this.path = path;
        }
    }

    private static final String PURPOSE = "identity.signing-in";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Seal seal;
    private final Sessions sessions;
    private final Times times;

    Pending(Secrets secrets, Sessions sessions, Times times) {
        this.seal = secrets.seal(PURPOSE);
        this.sessions = sessions;
        this.times = times;
    }

    void keep(Step step, Until until, HttpServletResponse response) {
        String text =
                step.phone().digits()
                        + " "
                        + times.now().plus(LIFETIME).getEpochSecond()
                        + " "
                        + step.next();
        sessions.set(response, until.cookie, seal.close(text, until.cookie), until.path, LIFETIME);
    }

    Optional<Step> find(HttpServletRequest request, Until until) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, until.cookie);
        if (cookie == null || cookie.getValue() == null) {
            return Optional.empty();
        }
        return seal.openText(cookie.getValue(), until.cookie).flatMap(this::read);
    }

    private Optional<Step> read(String text) {
        String[] parts = text.split(" ", 3);
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return until.isAfter(times.now())
                ? Optional.of(new Step(new Phone(parts[0]), parts[2]))
                : Optional.empty();
    }

    void forget(Until until, HttpServletResponse response) {
        sessions.set(response, until.cookie, "", until.path, Duration.ZERO);
    }
}
