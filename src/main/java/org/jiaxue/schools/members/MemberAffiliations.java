package org.jiaxue.schools.members;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jiaxue.identity.Affiliation;
import org.jiaxue.identity.Affiliations;
import org.jiaxue.identity.People;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of guardians in which class they are. */
@Component
class MemberAffiliations implements Affiliations {

    private final MemberStore store;
    private final Regions regions;

    MemberAffiliations(MemberStore store, Regions regions) {
        this.store = store;
        this.regions = regions;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<GuardianId, Affiliation> of(Collection<GuardianId> guardians) {
        if (guardians.size() > People.MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "at most " + People.MOST_AT_ONCE + " guardians at once");
        }
        Map<GuardianId, Affiliation> affiliations = new HashMap<>();
        store.first(guardians)
                .forEach((guardian, one) ->
                        regions.organisation(one.organisation())
                                .map(school -> affiliation(one, school.county()))
                                .ifPresent(it -> affiliations.put(guardian, it)));
        return affiliations;
    }

    private static Affiliation affiliation(SchoolClass one, String county) {
        return new Affiliation(
                one.organisation(), county, one.id().value(), new Words(one.name(), one.name()));
    }
}
