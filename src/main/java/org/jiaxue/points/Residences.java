package org.jiaxue.points;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Affiliation;
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

    Residence of(GuardianId guardian) {
        return new Residence(people.household(guardian), school(guardian));
    }

    /** Where guardians are today, of those that there are. */
    Map<GuardianId, Residence> of(Collection<GuardianId> guardians) {
        Map<GuardianId, Affiliation> schools =
                Optional.ofNullable(affiliations.getIfAvailable())
                        .map(it -> it.of(guardians))
                        .orElse(Map.of());
        Map<GuardianId, Residence> residences = new HashMap<>();
        people.households(guardians)
                .forEach((guardian, household) ->
                        residences.put(
                                guardian,
                                new Residence(
                                        household,
                                        Optional.ofNullable(schools.get(guardian))
                                                .map(Affiliation::school)
                                                .orElse(null))));
        return residences;
    }

    private @Nullable UUID school(GuardianId guardian) {
        return Optional.ofNullable(affiliations.getIfAvailable())
                .flatMap(it -> Optional.ofNullable(it.of(List.of(guardian)).get(guardian)))
                .map(Affiliation::school)
                .orElse(null);
    }
}
