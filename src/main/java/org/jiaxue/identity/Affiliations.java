package org.jiaxue.identity;

import java.util.Collection;
import java.util.Map;
import org.jiaxue.web.GuardianId;

/**
 * Where guardians belong at a school. The room that knows of classes answers it; rooms below take
 * it as an {@code ObjectProvider}, for a house without that room has none.
 */
public interface Affiliations {

    /**
     * The class of each guardian that is open today and that they are a member of now, of several
     * the one that was joined first; who is in none is not there.
     *
     * @param guardians at most {@link People#MOST_AT_ONCE}
     */
    Map<GuardianId, Affiliation> of(Collection<GuardianId> guardians);
}
