package org.jiaxue.identity;

import org.jiaxue.web.GuardianId;
import org.jmolecules.event.annotation.DomainEvent;

/** A guardian withdrew a consent; published within the transaction that keeps the withdrawal. */
@DomainEvent
public record ConsentWithdrawn(GuardianId guardian, Purpose purpose) {}
