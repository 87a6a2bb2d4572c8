package org.jiaxue.identity;

import org.jiaxue.web.GuardianId;

/** A guardian withdrew a consent; published within the transaction that keeps the withdrawal. */
public record ConsentWithdrawn(GuardianId guardian, Purpose purpose) {}
