package org.jiaxue.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a table of figures are. */
public enum By {
    /** What lies right below the division. */
    DIVISION,
    /** The stages of what was learned. */
    STAGE,
    /** On whose platforms schools run their parent schools. */
    PLATFORM,
    /** No rows; the division's own figures, period by period. */
    PERIOD;

    /** Its name in addresses and texts, for instance {@code division}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<By> ofSlug(String slug) {
        return Arrays.stream(values()).filter(by -> by.slug().equals(slug)).findFirst();
    }
}
