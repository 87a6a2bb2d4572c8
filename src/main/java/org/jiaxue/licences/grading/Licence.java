package org.jiaxue.licences.grading;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/**
 * A level that was reached, and what earned it.
 *
 * @param period the code of the period whose sums brought it
 * @param version of the scheme
 * @param cause the learning event that brought it; of a confirmed level the request
 * @param entries the ledger's entries that are new since the level below; where one entry brought
 *     several levels at once, each names it
 * @param confirmation the request that was confirmed; null where nobody had to be asked
 */
public record Licence(
        UUID guardianId,
        String scheme,
        String layer,
        String period,
        int level,
        int version,
        Instant reachedAt,
        UUID cause,
        List<UUID> entries,
        @Nullable UUID confirmation) {

    public GuardianId guardian() {
        return new GuardianId(guardianId);
    }

    Licence earnedBy(List<UUID> those) {
        return new Licence(
                guardianId,
                scheme,
                layer,
                period,
                level,
                version,
                reachedAt,
                cause,
                List.copyOf(those),
                confirmation);
    }
}
