package org.jiaxue.licences.confirming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.identity.Affiliation;
import org.jiaxue.identity.Affiliations;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.licences.Confirmations.Askable;
import org.jiaxue.licences.Confirmations.Place;
import org.jiaxue.licences.Confirmations.State;
import org.jiaxue.licences.Confirmations.Wanted;
import org.jiaxue.licences.Confirmer;
import org.jiaxue.licences.confirming.ConfirmationStore.Kept;
import org.jiaxue.licences.grading.LevelStore;
import org.jiaxue.licences.grading.Licence;
import org.jiaxue.licences.grading.SumStore;
import org.jiaxue.licences.scheme.Period;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the levels of a guardian's present periods that lack nothing but a confirmation. */
@Component
class Openings {

    private static final int COUNTY_DIGITS = 6;

    private final ConfirmationStore store;
    private final LevelStore reached;
    private final SumStore sums;
    private final Schemes schemes;
    private final People people;
    private final ObjectProvider<Affiliations> affiliations;
    private final Times times;

    Openings(
            ConfirmationStore store,
            LevelStore reached,
            SumStore sums,
            Schemes schemes,
            People people,
            ObjectProvider<Affiliations> affiliations,
            Times times) {
        this.store = store;
        this.reached = reached;
        this.sums = sums;
        this.schemes = schemes;
        this.people = people;
        this.affiliations = affiliations;
        this.times = times;
    }

    /** For so long the levels of a period that has ended may still be asked for (a default). */
    private static final int WEEKS_AFTER = 8;

    /**
     * A level that may be asked for.
     *
     * @param version of its scheme
     * @param division the guardian's
     * @param asked how often it was asked for before
     */
    record Opening(Askable askable, int version, String division, long asked) {}

    List<Opening> of(GuardianId guardian) {
        @Nullable Household household = people.households(List.of(guardian)).get(guardian);
        if (household == null) {
            return List.of();
        }
        LocalDate today = times.today();
        List<Scheme> confirmed =
                schemes.inForce(household.division(), today).stream()
                        .filter(Scheme::confirmed)
                        .toList();
        List<Opening> openings = new ArrayList<>();
        for (Scheme scheme : confirmed) {
            Stream.of(today, today.minusWeeks(WEEKS_AFTER))
                    .map(scheme.period()::codeOf)
                    .distinct()
                    .forEach(period -> openings.addAll(of(household, scheme, period)));
        }
        return openings;
    }

    private List<Opening> of(Household household, Scheme scheme, String period) {
        GuardianId guardian = household.guardian();
        Map<String, Integer> held = held(guardian, scheme, period);
        List<Kept> asked = store.of(guardian, Confirmations.MOST_LISTED);
        Standing standing =
                sums.standings(guardian, scheme.name(), period)
                        .getOrDefault(scheme.layers().getFirst().name(), Standing.ZERO);
        List<Opening> openings = new ArrayList<>();
        int before = scheme.levels().size();
        for (Layer layer : scheme.layers()) {
            int level = held.getOrDefault(layer.name(), 0) + 1;
            Wanted wanted = new Wanted(scheme.name(), layer.name(), level, period);
            boolean there = level <= scheme.levels().size() && !scheme.byItself(layer);
            if (there
                    && scheme.level(level).holds(standing, true, before >= level)
                    && asked.stream().noneMatch(it -> waits(it, wanted))) {
                openings.add(opening(household, scheme, layer, wanted, asked));
            }
            before = level - 1;
        }
        return openings;
    }

    private Opening opening(
            Household household, Scheme scheme, Layer layer, Wanted wanted, List<Kept> asked) {
        Confirmer who = scheme.confirmer(layer);
        return new Opening(
                new Askable(wanted, names(scheme, wanted), who, place(who, household)),
                scheme.version(),
                household.division(),
                asked.stream().filter(it -> it.wanted().equals(wanted)).count());
    }

    private @Nullable Place place(Confirmer who, Household household) {
        if (who == Confirmer.COUNTY) {
            String division = household.division();
            return division.length() < COUNTY_DIGITS
                    ? null
                    : new Place(who, division.substring(0, COUNTY_DIGITS));
        }
        GuardianId guardian = household.guardian();
        return affiliations.stream()
                .findFirst()
                .flatMap(it -> Optional.ofNullable(it.of(List.of(guardian)).get(guardian)))
                .map(it -> new Place(who, node(who, it)))
                .orElse(null);
    }

    private static String node(Confirmer who, Affiliation at) {
        return (who == Confirmer.CLASS ? at.classId() : at.school()).toString();
    }

    private Map<String, Integer> held(GuardianId guardian, Scheme scheme, String period) {
        return reached.of(guardian).stream()
                .filter(it -> it.scheme().equals(scheme.name()) && it.period().equals(period))
                .collect(Collectors.toMap(Licence::layer, Licence::level, Math::max));
    }

    private static boolean waits(Kept one, Wanted wanted) {
        return one.state() == State.WAITING && one.wanted().equals(wanted);
    }

    /** What a level is called by its scheme. */
    static Confirmations.Names names(Scheme scheme, Wanted wanted) {
        return new Confirmations.Names(
                scheme.title(),
                scheme.layer(wanted.layer()).orElseThrow().title(),
                scheme.level(wanted.level()).title(),
                Period.words(wanted.period()));
    }
}
