package org.jiaxue.licences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.licences.Confirmations.Askable;
import org.jiaxue.licences.Confirmations.Request;
import org.jiaxue.licences.Confirmations.State;
import org.jiaxue.licences.Confirmations.Wanted;
import org.jiaxue.licences.Licences.Asking;
import org.jiaxue.licences.Licences.Next;
import org.jiaxue.licences.Licences.Path;
import org.jiaxue.licences.Licences.Rung;
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
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a guardian stands in schemes whose layers are not ages. */
@Component
class Paths {

    private final LevelStore reached;
    private final SumStore sums;
    private final Schemes schemes;
    private final Confirmations confirmations;
    private final People people;
    private final Times times;

    Paths(
            LevelStore reached,
            SumStore sums,
            Schemes schemes,
            Confirmations confirmations,
            People people,
            Times times) {
        this.reached = reached;
        this.sums = sums;
        this.schemes = schemes;
        this.confirmations = confirmations;
        this.people = people;
        this.times = times;
    }

    /** What was asked and may be asked by one guardian. */
    private record Asks(List<Askable> open, List<Request> made) {}

    List<Path> of(GuardianId guardian) {
        @Nullable Household household = people.households(List.of(guardian)).get(guardian);
        if (household == null) {
            return List.of();
        }
        LocalDate today = times.today();
        List<Scheme> others =
                schemes.inForce(household.division(), today).stream()
                        .filter(it -> !it.byAge())
                        .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        List<Licence> held = reached.of(guardian);
        Asks asks =
                others.stream().anyMatch(Scheme::confirmed)
                        ? new Asks(
                                confirmations.askable(guardian), confirmations.ofGuardian(guardian))
                        : new Asks(List.of(), List.of());
        return others.stream()
                .map(it -> path(guardian, it, it.period().codeOf(today), held, asks))
                .toList();
    }

    private Path path(
            GuardianId guardian, Scheme scheme, String period, List<Licence> held, Asks asks) {
        Map<String, Integer> levels =
                held.stream()
                        .filter(it ->
                                it.scheme().equals(scheme.name()) && it.period().equals(period))
                        .collect(Collectors.toMap(Licence::layer, Licence::level, Math::max));
        Map<String, Standing> standings = sums.standings(guardian, scheme.name(), period);
        List<Rung> rungs = new ArrayList<>();
        int before = scheme.levels().size();
        for (Layer layer : scheme.layers()) {
            int level = levels.getOrDefault(layer.name(), 0);
            Standing standing = standings.getOrDefault(scheme.ground(layer).name(), Standing.ZERO);
            Wanted wanted = new Wanted(scheme.name(), layer.name(), level + 1, period);
            @Nullable Next next =
                    level < scheme.levels().size() && level < before
                            ? next(scheme, layer, wanted, standing, asks)
                            : null;
            @Nullable Words name = level == 0 ? null : scheme.level(level).title();
            rungs.add(new Rung(layer.name(), layer.title(), level, name, next));
            before = level;
        }
        return new Path(
                scheme.name(),
                scheme.title(),
                period,
                Period.words(period),
                scheme.levels().size(),
                rungs);
    }

    private static Next next(
            Scheme scheme, Layer layer, Wanted wanted, Standing standing, Asks asks) {
        Optional<Request> last =
                asks.made().stream().filter(it -> it.wanted().equals(wanted)).findFirst();
        return new Next(
                wanted.level(),
                scheme.level(wanted.level()).title(),
                Needs.all(scheme.level(wanted.level()), standing),
                scheme.confirmer(layer),
                last.filter(it -> it.state() == State.WAITING).isPresent()
                        ? Asking.WAITING
                        : asking(wanted, asks),
                last.filter(it -> it.state() == State.DECLINED).map(Request::reason).orElse(""));
    }

    private static Asking asking(Wanted wanted, Asks asks) {
        return asks.open().stream()
                .filter(it -> it.wanted().equals(wanted))
                .findFirst()
                .map(it -> it.place() == null ? Asking.NOBODY : Asking.OPEN)
                .orElse(Asking.NONE);
    }
}
