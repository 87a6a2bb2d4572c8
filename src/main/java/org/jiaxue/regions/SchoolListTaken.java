package org.jiaxue.regions;

import java.util.UUID;
import org.jiaxue.web.StaffId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A county's list of schools was taken; published within the transaction, once for each list.
 *
 * @param county six digits
 * @param by who confirmed it; nothing for the operator at the command line
 */
@DomainEvent
public record SchoolListTaken(UUID list, String county, @Nullable StaffId by) {}
