package org.jiaxue.licences.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An offer as it stands.
 *
 * @param taken how many are taken and were not given back
 * @param endedAt when an officer ended it early; what was taken stays good
 * @param wordings the newest first, at least one
 */
public record Kept(Offer offer, int taken, @Nullable Instant endedAt, List<Wording> wordings) {

    /** Where an offer stands on a day. */
    public enum State {
        /** No second officer has read any of its words. */
        WAITING,
        TO_COME,
        OPEN,
        OVER,
        ENDED
    }

    public State on(LocalDate day) {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (day.isAfter(offer.until())) {
            return State.OVER;
        }
        if (read().isEmpty()) {
            return State.WAITING;
        }
        return day.isBefore(offer.from()) ? State.TO_COME : State.OPEN;
    }

    public int left() {
        return offer.quota() - taken;
    }

    public Wording newest() {
        return wordings.getFirst();
    }

    /** The newest wording that a second officer has read: what parents see. */
    public Optional<Wording> read() {
        return wordings.stream().filter(it -> it.readBy() != null).findFirst();
    }

    /** Those of a wording, by its number. */
    public Wording wording(int version) {
        return wordings.stream()
                .filter(it -> it.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No wording " + version));
    }
}
