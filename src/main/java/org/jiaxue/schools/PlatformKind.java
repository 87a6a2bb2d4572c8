package org.jiaxue.schools;

import java.util.Locale;

/** On whose platform a school runs its parent school, in the order of the province's reports. */
public enum PlatformKind {
    PROVINCIAL,
    /** The city's or the county's. */
    LOCAL,
    /** The school's own. */
    OWN,
    /** A commercial or any other one. */
    OTHER;

    /** Its name in addresses, files and texts, for instance {@code provincial}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
