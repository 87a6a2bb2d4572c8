package org.jiaxue.licences;

import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A guardian reached a level of a scheme; published within the transaction.
 *
 * @param layer the layer's name in the scheme, for instance {@code 7-9}
 * @param level from 1
 * @param division the guardian's division at that time
 * @param cause the learning event that brought it; of a level that was confirmed, the request
 * @param within the period that it belongs to; null in a scheme whose sums never begin anew
 */
@DomainEvent
public record LevelReached(
        GuardianId guardian,
        String scheme,
        int version,
        String layer,
        int level,
        Words schemeName,
        Words layerName,
        Words levelName,
        String division,
        Instant at,
        UUID cause,
        @Nullable Within within) {

    /**
     * A period of a scheme.
     *
     * @param period its code, for instance {@code 2026-autumn} or {@code 2026-2027}
     * @param layers how many the scheme has
     * @param levels how many each layer has
     */
    public record Within(String period, Words periodName, int layers, int levels) {}
}
