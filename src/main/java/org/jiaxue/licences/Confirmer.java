package org.jiaxue.licences;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who confirms the levels of a layer, in the order in which one layer asks the next. */
public enum Confirmer {
    /** The guardian; what was learned speaks for itself and nobody is asked. */
    SELF,
    /** A teacher of the guardian's class. */
    CLASS,
    /** An administrator of the school whose class it is. */
    SCHOOL,
    /** An officer of the county where the guardian lives. */
    COUNTY;

    /** The name in schemes and tables, for instance {@code class}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Confirmer> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
