package org.jiaxue.schools;

import java.time.LocalDate;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A school closed its parent school, or is itself no more by its county's list; published within
 * the transaction. Of two that name one school the later {@code on} counts.
 *
 * @param organisation the school's id among the organisations
 * @param county the code of its county, six digits
 * @param on the first day on which there is none
 */
@DomainEvent
public record ParentSchoolClosed(UUID organisation, String county, LocalDate on) {}
