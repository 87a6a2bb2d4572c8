package org.jiaxue.learning.reflection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in a page when its question was shown to whom, so that nothing is written for showing it.
 * The instant is signed for one guardian and one lesson: it can be left out, and not made up.
 */
@Component
public class Shown {

    private static final String PURPOSE = "reflection-shown";

    /** 128 bits. */
    private static final int SIGNED_DIGITS = 32;

    private static final int LONGEST_MILLIS = 24 * 60 * 60 * 1000;
    private static final Pattern STAMP =
            Pattern.compile("([0-9]{1,15})-([0-9a-f]{" + SIGNED_DIGITS + "})");

    private final Secrets secrets;
    private final Times times;

    Shown(Secrets secrets, Times times) {
        this.secrets = secrets;
        this.times = times;
    }

    /** What the page carries: the stamp that it had, where that is whole, or one of this moment. */
    public String stamp(@Nullable String had, GuardianId guardian, LessonId lesson) {
        if (had != null && millisSince(had, guardian, lesson) != null) {
            return had;
        }
        String millis = Long.toString(times.now().toEpochMilli());
        return millis + "-" + signed(millis, guardian, lesson);
    }

    /**
     * How many milliseconds passed since a page was stamped, by this house's clock, at most a day;
     * null for what it did not stamp for this guardian and lesson.
     */
    public @Nullable Integer millisSince(String stamp, GuardianId guardian, LessonId lesson) {
        Matcher parts = STAMP.matcher(stamp);
        if (!parts.matches() || !same(parts.group(2), signed(parts.group(1), guardian, lesson))) {
            return null;
        }
        Instant shown = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        return Math.clamp(Duration.between(shown, times.now()).toMillis(), 0, LONGEST_MILLIS);
    }

    private String signed(String millis, GuardianId guardian, LessonId lesson) {
        return secrets.hash(PURPOSE, millis + " " + guardian + " " + lesson)
                .substring(0, SIGNED_DIGITS);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
