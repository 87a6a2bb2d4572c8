package org.jiaxue.points;

import java.util.List;
import java.util.UUID;
import org.jiaxue.learning.Reached;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;

/** Goes through a guardian's ledger again after a person decided about one of its events. */
public interface Settling {

    /**
     * Locks the guardian's account until the caller's transaction ends. Whoever decides does so
     * first, so that a decision and a batch of new events wait for each other.
     */
    void lock(GuardianId guardian);

    /**
     * Settles again from the event on, by how it stands now. The total never falls.
     *
     * @param event one that has an entry
     * @param why what its entry says from now on
     * @return the levels that were reached by it
     */
    List<Reached> settle(GuardianId guardian, UUID event, Words why);
}
