package org.jiaxue.activities;

import java.time.Duration;
import java.time.Instant;
import org.jiaxue.learning.Earner.Earnings;

/** What came of signing in at an activity. */
public sealed interface CheckIn {

    /** Signed in, and what it earned. */
    record Welcomed(Session session, Earnings earnings) implements CheckIn {}

    /** Had signed in before, and what that earned; nothing changed. */
    record AlreadyIn(Session session, Earnings earnings) implements CheckIn {}

    /** Not what a code looks like. */
    record Malformed() implements CheckIn {}

    /** A code that does not fit now. */
    record WrongCode(int triesLeft) implements CheckIn {}

    /** Typed too often; {@code left} says how long none is looked at. */
    record TooOften(Duration left) implements CheckIn {}

    /** A scanned code, or the page that a scan opened, is too old. */
    record Expired() implements CheckIn {}

    /** Somebody else has signed in with this scan. */
    record UsedByAnother() implements CheckIn {}

    /** A scanned code that this service did not make. */
    record Forged() implements CheckIn {}

    record TooEarly(Instant opensAt) implements CheckIn {}

    record TooLate() implements CheckIn {}

    /** The guardian has not agreed that their learning is recorded. */
    record NoConsent() implements CheckIn {}

    record UnknownActivity() implements CheckIn {}
}
