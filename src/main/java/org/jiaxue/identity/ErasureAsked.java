package org.jiaxue.identity;

import org.jiaxue.web.GuardianId;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A guardian asked that everything about them is erased. Published within the transaction that
 * removes their own row, for those who must stop at once what is running; it may only be heard
 * within that transaction, because an event that is kept for later would keep the id.
 */
@DomainEvent
public record ErasureAsked(GuardianId guardian) {}
