package org.jiaxue.points;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.identity.Affiliations;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where guardians live and with which school they learn, so which rules hold for them now. */
@Component
class Residences {

    private final People people;
    private final ObjectProvider<Affiliations> affiliations;

    Residences(People people, ObjectProvider<Affiliations> affiliations) {
        this.people = people;
        this.affiliations = affiliations;
    }

    /**
     * Where one guardian is today.
     *
     * @param school null for who is in no class
     */
    record Residence(Household household, @Nullable UUID school) {

        String division() {
            return household.division();
        }
    }

    /** Refuses an unknown guardian with 404. */
    Residence of(GuardianId guardian) {
        return new Residence(people.household(guardian), schools(List.of(guardian)).get(guardian));
    }

    /** Where guardians are today, of those that there are. */
    Map<GuardianId, Residence> of(Collection<GuardianId> guardians) {
        Map<GuardianId, UUID> schools = schools(guardians);
        Map<GuardianId, Residence> residences = new HashMap<>();
        people.households(guardians)
                .forEach((guardian, household) ->
                        residences.put(guardian, new Residence(household, schools.get(guardian))));
        return residences;
    }

    private Map<GuardianId, UUID> schools(Collection<GuardianId> guardians) {
        Map<GuardianId, UUID> schools = new HashMap<>();
        affiliations.ifAvailable(
                it -> it.of(guardians).forEach((who, where) -> schools.put(who, where.school())));
        return schools;
    }
}
