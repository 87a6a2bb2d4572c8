package org.jiaxue.learning;

import java.util.OptionalInt;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** What a learning event was about, as it was called at the time. */
public record Subject(Words title, Stage stage, @Nullable Ages ages) {

    /** Whether it fits a child of so many months; what has no ages fits none. */
    public boolean fits(int months) {
        return ages != null && ages.fit(months);
    }

    /** The age in months at which it begins to fit; empty before a child is there. */
    public OptionalInt fitsFrom() {
        return ages == null ? OptionalInt.empty() : OptionalInt.of(ages.from());
    }
}
