package org.jiaxue.licences;

import java.util.Collection;
import java.util.Map;
import org.jiaxue.identity.Household;
import org.jiaxue.web.GuardianId;

/** For whom guardians learn. */
interface Families {

    /** The households that are known, by guardian. */
    Map<GuardianId, Household> of(Collection<GuardianId> guardians);
}
