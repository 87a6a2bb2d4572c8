package org.jiaxue.statistics;

import java.time.Instant;
import java.util.function.Consumer;
import org.jiaxue.credentials.CredentialIssued;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.web.GuardianId;

/**
 * Tells again what this room heard when it happened. It knows other rooms by their events alone, so
 * whoever puts the house together brings this.
 */
public interface Retelling {

    /**
     * Tells the learning events of many guardians, in the caller's transaction.
     *
     * @param after of guardians that come after this one, as the database compares ids
     * @param upTo up to this one, whose are told too
     * @param from that occurred at this moment or later
     */
    void learned(GuardianId after, GuardianId upTo, Instant from, Consumer<LearningEvent> listener);

    /** Tells the certificates that were issued, likewise. */
    void issued(GuardianId after, GuardianId upTo, Instant from, Listener listener);

    /** Hears of certificates. */
    interface Listener {

        /** Hears of one, and whether it was withdrawn since. */
        void heard(CredentialIssued issued, boolean revoked);
    }
}
