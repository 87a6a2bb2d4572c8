package org.jiaxue.points.rules;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The most points of each period; a period without one is not capped. */
public record Caps(Map<Period, Integer> most) {

    public static final Caps NONE = new Caps(Map.of());

    public Caps {
        EnumMap<Period, Integer> ordered = new EnumMap<>(Period.class);
        ordered.putAll(most);
        most = Collections.unmodifiableMap(ordered);
    }

    /** The cap of a period; null where there is none. */
    public @Nullable Integer of(Period period) {
        return most.get(period);
    }

    Caps with(Period period, int points) {
        EnumMap<Period, Integer> more = new EnumMap<>(Period.class);
        more.putAll(most);
        more.put(period, points);
        return new Caps(more);
    }
}
