package org.jiaxue.points.audit;

import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/**
 * One fault that a check found.
 *
 * @param guardian whose ledger it is; kept so that it goes with them, and never shown
 * @param entry the entry in question; of a balance the guardian's latest, if they have any
 * @param event the event that it names
 * @param says the account's balance in points; only of a balance
 * @param sum what the entries add up to; only of a balance and a missing account
 */
record Finding(
        Fault fault,
        GuardianId guardian,
        @Nullable UUID entry,
        @Nullable UUID event,
        @Nullable Long says,
        @Nullable Long sum) {

    static Finding of(Fault fault, GuardianId guardian, UUID entry, UUID event) {
        return new Finding(fault, guardian, entry, event, null, null);
    }

    /** The same, with the entry by which whoever mends it finds the place. */
    Finding at(@Nullable UUID place) {
        return new Finding(fault, guardian, place, event, says, sum);
    }
}
