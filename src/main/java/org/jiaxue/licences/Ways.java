package org.jiaxue.licences;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.licences.Licences.Way;
import org.jiaxue.licences.grading.LevelStore;
import org.jiaxue.licences.grading.Licence;
import org.jiaxue.licences.grading.SumStore;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.points.Points;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/** Looks up a guardian's sums and the rules in force, and asks what brings a level nearer. */
@Component
class Ways {

    private final LevelStore reached;
    private final SumStore sums;
    private final Schemes schemes;
    private final People people;
    private final Points points;
    private final Times times;

    Ways(
            LevelStore reached,
            SumStore sums,
            Schemes schemes,
            People people,
            Points points,
            Times times) {
        this.reached = reached;
        this.sums = sums;
        this.schemes = schemes;
        this.people = people;
        this.points = points;
        this.times = times;
    }

    List<Way> of(GuardianId guardian, String name, String layer) {
        LocalDate today = times.today();
        return Optional.ofNullable(people.households(List.of(guardian)).get(guardian))
                .map(household ->
                        schemes.inForce(household.division(), today).stream()
                                .filter(it -> it.name().equals(name))
                                .flatMap(it ->
                                        it.layer(layer).stream()
                                                .flatMap(one ->
                                                        of(household, it, one, today).stream()))
                                .toList())
                .orElse(List.of());
    }

    private List<Way> of(Household household, Scheme scheme, Layer layer, LocalDate today) {
        GuardianId guardian = household.guardian();
        String period = scheme.period().codeOf(today);
        int level =
                1
                        + reached.of(guardian).stream()
                                .filter(it ->
                                        it.scheme().equals(scheme.name())
                                                && it.layer().equals(layer.name())
                                                && it.period().equals(period))
                                .mapToInt(Licence::level)
                                .max()
                                .orElse(0);
        if (level > scheme.levels().size()) {
            return List.of();
        }
        Standing now =
                sums.standings(guardian, scheme.name(), period)
                        .getOrDefault(scheme.ground(layer).name(), Standing.ZERO);
        return Nearer.ways(scheme.level(level), now, points.rates(household.division()));
    }
}
