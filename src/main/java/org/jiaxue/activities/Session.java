package org.jiaxue.activities;

import java.time.Duration;
import java.time.Instant;

/**
 * One time at which an activity is held.
 *
 * @param endsAt after {@code startsAt}, at most {@link #LONGEST} later
 */
public record Session(SessionId id, ActivityId activity, Instant startsAt, Instant endsAt) {

    /** How long a session may last. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** How long before its start and after its end one can sign in. */
    public static final Duration MARGIN = Duration.ofMinutes(30);

    /** From when on one can sign in. */
    public Instant opensAt() {
        return startsAt.minus(MARGIN);
    }

    /** Until when one can sign in, exclusive. */
    public Instant closesAt() {
        return endsAt.plus(MARGIN);
    }

    public boolean openAt(Instant now) {
        return !now.isBefore(opensAt()) && now.isBefore(closesAt());
    }
}
