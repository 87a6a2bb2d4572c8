package org.jiaxue.schools;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On whose platform a school runs its parent school, in the order of the province's reports. */
public enum PlatformKind {
    PROVINCIAL,
    /** The city's or the county's. */
    LOCAL,
    /** The school's own. */
    OWN,
    /** A commercial or any other one. */
    OTHER;

    /** The kind of this name; empty for none. */
    public static Optional<PlatformKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** Its name in addresses, files and texts, for instance {@code provincial}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
