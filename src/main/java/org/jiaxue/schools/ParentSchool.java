package org.jiaxue.schools;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a school's parent school stands.
 *
 * @param organisation the school's id among the organisations
 * @param platform on whose platform it runs; empty once it was closed
 * @param since the day from which that holds
 */
public record ParentSchool(UUID organisation, @Nullable PlatformKind platform, LocalDate since) {

    public boolean open() {
        return platform != null;
    }
}
