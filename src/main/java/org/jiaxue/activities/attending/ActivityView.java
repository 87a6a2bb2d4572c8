package org.jiaxue.activities.attending;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.Session;
import org.jspecify.annotations.Nullable;

/**
 * An activity's page.
 *
 * @param when the sessions that are not over, by their start
 * @param sitting what signing in looks like at this moment
 */
record ActivityView(Activity activity, String audience, List<When> when, Sitting sitting) {

    /** A session in the reader's words. */
    record When(Session session, LocalDate day, String words) {}

    /** What one can do about signing in now. */
    sealed interface Sitting {}

    /** Signing in opens then. */
    record Opens(String words) implements Sitting {}

    /** A code can be typed now; {@code error} says what was wrong with the one before. */
    record Open(String until, String code, @Nullable String error) implements Sitting {}

    /** A code could be typed now by somebody signed in. */
    record SignInFirst(String until) implements Sitting {}

    /** The guardian signed in to this session. */
    record Done(Session session) implements Sitting {}

    /** No session to come. */
    record Over() implements Sitting {}
}
