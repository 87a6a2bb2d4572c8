package org.jiaxue.points;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.learning.Reached;
import org.jiaxue.web.GuardianId;

/** Makes licences of entries, inside the caller's transaction. */
public interface Grading {

    /** Takes new entries into account and says which levels were reached by them. */
    List<Reached> grade(List<Credited> credited);

    /** The levels that these events brought, by guardian. */
    List<Reached> reachedBy(Map<GuardianId, Collection<UUID>> events);
}
