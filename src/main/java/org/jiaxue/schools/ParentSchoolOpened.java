package org.jiaxue.schools;

import java.time.LocalDate;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A school opened its parent school, or moved it to another kind of platform; published within the
 * transaction. Of two that name one school the later {@code on} counts.
 *
 * @param organisation the school's id among the organisations
 * @param county the code of its county, six digits
 * @param on the day from which it holds
 */
@DomainEvent
public record ParentSchoolOpened(
        UUID organisation, String county, PlatformKind platform, LocalDate on) {}
