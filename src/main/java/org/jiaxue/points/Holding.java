package org.jiaxue.points;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;

/**
 * What the ledger asks about points that wait for a person. Whoever goes through a ledger, for new
 * events or again, asks {@link #standings} first and settles by them.
 */
public interface Holding {

    /**
     * Looks at new events before they are credited, and holds those that trip a detector. In the
     * caller's transaction, which has locked the guardians' accounts.
     *
     * @param circumstances by event; of what is not in it nothing was seen
     */
    void look(Collection<LearningEvent> fresh, Map<UUID, Circumstances> circumstances);

    /** The events of these guardians that wait or were refused; all others count. */
    Map<UUID, Standing> standings(Collection<GuardianId> guardians);

    /**
     * What stands at an entry while it waits.
     *
     * @param points how many wait; may be 0
     */
    Words sentence(int points);
}
