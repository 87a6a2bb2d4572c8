package org.jiaxue.licences.benefit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a guardian took.
 *
 * @param version the wording under which it was taken, which stays what is promised
 * @param until the last day on which it is good, also when the offer ends earlier
 * @param usedAt when staff took it in; null before
 * @param returnedAt when it was given back; null if it was not
 */
public record Taking(
        TakingId id,
        OfferId offer,
        int version,
        LocalDate until,
        Instant at,
        @Nullable Instant usedAt,
        @Nullable Instant returnedAt) {

    /** What has become of it on a day. */
    public enum State {
        GOOD,
        USED,
        RETURNED,
        PAST
    }

    public State on(LocalDate day) {
        if (returnedAt != null) {
            return State.RETURNED;
        }
        if (usedAt != null) {
            return State.USED;
        }
        return day.isAfter(until) ? State.PAST : State.GOOD;
    }
}
