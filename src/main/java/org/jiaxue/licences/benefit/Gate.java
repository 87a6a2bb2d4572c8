package org.jiaxue.licences.benefit;

import java.util.Collection;
import org.jiaxue.licences.Ladders.Rung;
import org.jspecify.annotations.Nullable;

/**
 * Which licence gives access.
 *
 * @param level at least this one, from 1
 * @param layer in this layer of the scheme; null for any
 */
public record Gate(String scheme, int level, @Nullable String layer) {

    /** Whether one of these levels gives access. */
    public boolean opensTo(Collection<Rung> rungs) {
        return rungs.stream().anyMatch(it -> it.reaches(scheme, layer, level));
    }
}
