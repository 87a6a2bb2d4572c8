package org.jiaxue.licences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.licences.Licences.Progress;
import org.jiaxue.licences.Licences.Standings;
import org.jiaxue.licences.Licences.Storey;
import org.jiaxue.licences.Licences.Time;
import org.jiaxue.licences.grading.LevelStore;
import org.jiaxue.licences.grading.Licence;
import org.jiaxue.licences.grading.SumStore;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.licences.scheme.Scheme.Level;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.points.Points;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/** Stands a guardian's scheme by ages up as a house: what is lit, what fills, what comes later. */
@Component
class Houses {

    private final LevelStore reached;
    private final SumStore sums;
    private final Schemes schemes;
    private final People people;
    private final Points points;
    private final Learning learning;
    private final Times times;

    Houses(
            LevelStore reached,
            SumStore sums,
            Schemes schemes,
            People people,
            Points points,
            Learning learning,
            Times times) {
        this.reached = reached;
        this.sums = sums;
        this.schemes = schemes;
        this.people = people;
        this.points = points;
        this.learning = learning;
        this.times = times;
    }

    Optional<Standings> of(GuardianId guardian) {
        LocalDate today = times.today();
        return Optional.ofNullable(people.households(List.of(guardian)).get(guardian))
                .flatMap(household ->
                        schemes.inForce(household.division(), today).stream()
                                .filter(Scheme::byAge)
                                .findFirst()
                                .map(scheme -> standings(household, scheme, today)));
    }

    private Standings standings(Household household, Scheme scheme, LocalDate today) {
        GuardianId guardian = household.guardian();
        String period = scheme.period().codeOf(today);
        Map<String, Standing> standings = sums.standings(guardian, scheme.name(), period);
        Map<String, Integer> levels =
                reached.of(guardian).stream()
                        .filter(it ->
                                it.scheme().equals(scheme.name()) && it.period().equals(period))
                        .collect(Collectors.toMap(Licence::layer, Licence::level, Math::max));
        List<Layer> now = now(household, scheme, today);
        List<Storey> storeys =
                scheme.layers().stream()
                        .map(layer ->
                                storey(
                                        scheme,
                                        layer,
                                        standings.getOrDefault(layer.name(), Standing.ZERO),
                                        levels.getOrDefault(layer.name(), 0),
                                        time(scheme, layer, now)))
                        .toList();
        Map<EventKind, Integer> rates = points.rates(household.division());
        List<Subject> left = learning.left(guardian);
        List<Progress> next = new ArrayList<>();
        for (Layer layer : now) {
            int level = levels.getOrDefault(layer.name(), 0) + 1;
            if (level <= scheme.levels().size()) {
                Standing sum = standings.getOrDefault(layer.name(), Standing.ZERO);
                int lessons = Examples.counting(left, layer, scheme, household, today);
                next.add(progress(scheme, layer, level, sum, rates, lessons));
            }
        }
        int lit = storeys.stream().mapToInt(Storey::reached).sum();
        return new Standings(scheme.name(), scheme.title(), lit, storeys, next);
    }

    /** The layers of the children, or without a child the one that was learned for last. */
    List<Layer> now(Household household, Scheme scheme, LocalDate today) {
        if (household.children().isEmpty()) {
            return sums
                    .lastLayer(household.guardian(), scheme.name())
                    .flatMap(scheme::layer)
                    .stream()
                    .toList();
        }
        return household.children().stream()
                .flatMap(child -> scheme.of(child, today).stream())
                .distinct()
                .toList();
    }

    private static Time time(Scheme scheme, Layer layer, List<Layer> now) {
        if (now.contains(layer)) {
            return Time.NOW;
        }
        int highest = now.stream().mapToInt(scheme.layers()::indexOf).max().orElse(-1);
        return highest >= 0 && scheme.layers().indexOf(layer) > highest ? Time.LATER : Time.PAST;
    }

    private static Storey storey(Scheme scheme, Layer layer, Standing sum, int level, Time time) {
        int percent = 0;
        if (level < scheme.levels().size()) {
            int base = base(scheme, level + 1);
            int needed = Math.max(1, Needs.points(scheme.level(level + 1)) - base);
            percent = Math.clamp((sum.points() - base) * 100L / needed, 0, 100);
        }
        return new Storey(
                layer.name(),
                layer.title(),
                time,
                level,
                scheme.levels().size(),
                level == 0 ? null : scheme.level(level).title(),
                sum.points(),
                percent);
    }

    private static int base(Scheme scheme, int level) {
        return level == 1 ? 0 : Needs.points(scheme.level(level - 1));
    }

    private static Progress progress(
            Scheme scheme,
            Layer layer,
            int number,
            Standing sum,
            Map<EventKind, Integer> rates,
            int left) {
        Level level = scheme.level(number);
        int all = Needs.points(level);
        int base = base(scheme, number);
        Needs.Activities activities = Needs.activities(level, sum);
        return new Progress(
                layer.title(),
                number,
                level.title(),
                Math.clamp(sum.points() - base, 0, all - base),
                all - base,
                activities.needed() - activities.left(),
                activities.needed(),
                activities.lives(),
                Needs.further(level, sum),
                Examples.of(Math.max(0, all - sum.points()), activities.left(), rates, left));
    }
}
