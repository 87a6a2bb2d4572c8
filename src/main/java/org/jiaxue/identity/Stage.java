package org.jiaxue.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six stages of family education, from before birth to senior high school. */
public enum Stage {
    MARRIAGE,
    INFANT,
    KINDERGARTEN,
    PRIMARY,
    JUNIOR,
    SENIOR;

    /** The stage's name in addresses and data files, for instance {@code primary}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Stage> ofSlug(String slug) {
        return Arrays.stream(values()).filter(stage -> stage.slug().equals(slug)).findFirst();
    }
}
