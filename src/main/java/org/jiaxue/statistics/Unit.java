package org.jiaxue.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long a period of figures is. */
public enum Unit {
    WEEK,
    MONTH,
    TERM;

    /** Its name in addresses and texts, for instance {@code week}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Unit> ofSlug(String slug) {
        return Arrays.stream(values()).filter(unit -> unit.slug().equals(slug)).findFirst();
    }
}
