package org.jiaxue.licences;

import java.time.Instant;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A guardian reached a level of a scheme; published within the transaction.
 *
 * @param layer the layer's name in the scheme, for instance {@code 7-9}
 * @param level from 1
 * @param division the guardian's division at that time
 * @param cause the learning event that brought it
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
        UUID cause) {}
