package org.jiaxue.learning;

import java.util.OptionalInt;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/** Says what learning is worth by the rules in force; lessons promise no more than that. */
public interface Worth {

    /**
     * The points that one event of this kind brings today, before caps.
     *
     * @param subject what would be learned
     * @param guardian by whose division's rules; a visitor, null, is told the province's
     * @return empty where no rules are in force, or they give nothing for it
     */
    OptionalInt of(EventKind kind, Subject subject, @Nullable GuardianId guardian);
}
