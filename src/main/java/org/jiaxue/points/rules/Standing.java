package org.jiaxue.points.rules;

import java.util.Map;
import java.util.UUID;

/** How a claim stands that a person was asked about. */
public enum Standing {
    /** It counts, as whatever nobody was asked about does. */
    COUNTS,
    /** It waits for a person: caps see its points, the balance does not. */
    HELD,
    /** A person refused it: it is worth nothing, and no cap sees it. */
    REFUSED;

    /** How a claim stands; those that are not named count. */
    static Standing of(Crediting.Claim claim, Map<UUID, Standing> standings) {
        return standings.getOrDefault(claim.event(), COUNTS);
    }
}
