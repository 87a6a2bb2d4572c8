package org.jiaxue.licences;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.licences.grading.LevelStore;
import org.jiaxue.licences.grading.Licence;
import org.jiaxue.licences.grading.SumStore;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/** What a guardian can reach next by learning alone, in every scheme of their division. */
@Component
public class Targets {

    private final LevelStore reached;
    private final SumStore sums;
    private final Schemes schemes;
    private final Houses houses;
    private final People people;
    private final Times times;

    Targets(
            LevelStore reached,
            SumStore sums,
            Schemes schemes,
            Houses houses,
            People people,
            Times times) {
        this.reached = reached;
        this.sums = sums;
        this.schemes = schemes;
        this.houses = houses;
        this.people = people;
        this.times = times;
    }

    /**
     * The layers that are the guardian's now and in which nobody has to be asked, those by age
     * first, the youngest child's before the others'; one in which every level is reached is among
     * them.
     */
    public List<Target> of(GuardianId guardian) {
        LocalDate today = times.today();
        return Optional.ofNullable(people.households(List.of(guardian)).get(guardian)).stream()
                .flatMap(household ->
                        schemes.inForce(household.division(), today).stream()
                                .flatMap(it -> of(household, it, today)))
                .toList();
    }

    private Stream<Target> of(Household household, Scheme scheme, LocalDate today) {
        GuardianId guardian = household.guardian();
        String period = scheme.period().codeOf(today);
        Map<String, Standing> standings = sums.standings(guardian, scheme.name(), period);
        Map<String, Integer> levels =
                reached.of(guardian).stream()
                        .filter(it ->
                                it.scheme().equals(scheme.name()) && it.period().equals(period))
                        .collect(Collectors.toMap(Licence::layer, Licence::level, Math::max));
        return layers(household, scheme, today)
                .map(layer ->
                        new Target(
                                scheme,
                                layer,
                                period,
                                household.children(),
                                levels.getOrDefault(layer.name(), 0) + 1,
                                standings.getOrDefault(layer.name(), Standing.ZERO)));
    }

    private Stream<Layer> layers(Household household, Scheme scheme, LocalDate today) {
        return scheme.byAge()
                ? houses.now(household, scheme, today).stream()
                : scheme.layers().stream().filter(scheme::byItself);
    }
}
