package org.jiaxue.licences;

import java.time.Instant;
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
import org.jiaxue.licences.GradingStore.Licence;
import org.jiaxue.licences.Scheme.Layer;
import org.jiaxue.licences.Scheme.Level;
import org.jiaxue.licences.Scheme.Standing;
import org.jiaxue.points.Points;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a guardian has reached in the schemes of their division, and how near the next level is. */
@Component
public class Licences {

    private final LicenceStore store;
    private final Schemes schemes;
    private final People people;
    private final Points points;
    private final Learning learning;
    private final Times times;

    Licences(
            LicenceStore store,
            Schemes schemes,
            People people,
            Points points,
            Learning learning,
            Times times) {
        this.store = store;
        this.schemes = schemes;
        this.people = people;
        this.points = points;
        this.learning = learning;
        this.times = times;
    }

    /** A level that was reached, with its names. */
    public record Held(
            String scheme,
            String layer,
            int level,
            Words schemeName,
            Words layerName,
            Words levelName,
            Instant at) {}

    /** When a layer's time is. */
    public enum Time {
        PAST,
        NOW,
        LATER
    }

    /**
     * A layer of a scheme.
     *
     * @param reached the highest level, 0 for none
     * @param levels how many there are
     * @param levelName of the highest level reached
     * @param points the layer's sum
     * @param percent how far the points reach into the next level, 0 to 100
     */
    public record Storey(
            String layer,
            Words layerName,
            Time time,
            int reached,
            int levels,
            @Nullable Words levelName,
            int points,
            int percent) {}

    /**
     * What the next level of a layer needs. Points count from the level before; activities from the
     * layer's beginning, live sessions that stand in for some among them.
     *
     * @param example activities and lessons that would suffice
     */
    public record Progress(
            Words layerName,
            int level,
            Words levelName,
            int points,
            int pointsNeeded,
            int activities,
            int activitiesNeeded,
            int livesForActivity,
            Example example) {

        public int pointsLeft() {
            return Math.max(0, pointsNeeded - points);
        }

        public int activitiesLeft() {
            return Math.max(0, activitiesNeeded - activities);
        }
    }

    /**
     * What would suffice for the next level, by the rules in force.
     *
     * @param activities how many, each worth {@code activityPoints}
     * @param lessons how many with their questions, worth {@code lessonPoints} and {@code
     *     questionPoints} each
     * @param sum the points of all this together
     * @param missing the points still missing where there are not lessons enough
     */
    public record Example(
            int activities,
            int activityPoints,
            int lessons,
            int lessonPoints,
            int questionPoints,
            int sum,
            int missing) {}

    /**
     * A guardian's scheme.
     *
     * @param lit how many levels are reached in all layers
     * @param storeys from the youngest layer up
     * @param next for each layer of the guardian's children, the youngest child's first; one in
     *     which every level is reached has none
     */
    public record Standings(
            String scheme, Words schemeName, int lit, List<Storey> storeys, List<Progress> next) {}

    /** Levels reached, the latest first. */
    public List<Held> of(GuardianId guardian) {
        return store.licences(guardian).stream().map(this::held).toList();
    }

    /** The scheme of the guardian's division today; empty where there is none. */
    public Optional<Standings> standings(GuardianId guardian) {
        Optional<Household> household =
                Optional.ofNullable(people.households(List.of(guardian)).get(guardian));
        LocalDate today = times.today();
        return household
                .map(Household::division)
                .flatMap(division -> schemes.inForce(division, today).stream().findFirst())
                .map(scheme -> standings(guardian, household.orElseThrow(), scheme, today));
    }

    private Standings standings(
            GuardianId guardian, Household household, Scheme scheme, LocalDate today) {
        Map<String, Standing> sums = store.standings(guardian, scheme.name());
        Map<String, Integer> reached =
                store.licences(guardian).stream()
                        .filter(it -> it.scheme().equals(scheme.name()))
                        .collect(Collectors.toMap(Licence::layer, Licence::level, Math::max));
        List<Layer> now = now(guardian, household, scheme, today);
        List<Storey> storeys =
                scheme.layers().stream()
                        .map(layer ->
                                storey(
                                        scheme,
                                        layer,
                                        sums.getOrDefault(layer.name(), Standing.ZERO),
                                        reached.getOrDefault(layer.name(), 0),
                                        time(scheme, layer, now)))
                        .toList();
        Map<EventKind, Integer> rates = points.rates(household.division());
        List<Subject> left = learning.left(guardian);
        List<Progress> next = new ArrayList<>();
        for (Layer layer : now) {
            int level = reached.getOrDefault(layer.name(), 0) + 1;
            if (level <= scheme.levels().size()) {
                Standing sum = sums.getOrDefault(layer.name(), Standing.ZERO);
                next.add(
                        progress(
                                scheme,
                                layer,
                                level,
                                sum,
                                rates,
                                Examples.counting(left, layer, scheme, household, today)));
            }
        }
        int lit = storeys.stream().mapToInt(Storey::reached).sum();
        return new Standings(scheme.name(), scheme.title(), lit, storeys, next);
    }

    /** The layers of the children, or without a child the one that was learned for last. */
    private List<Layer> now(
            GuardianId guardian, Household household, Scheme scheme, LocalDate today) {
        if (household.children().isEmpty()) {
            return store.lastLayer(guardian, scheme.name()).flatMap(scheme::layer).stream()
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

    private static Storey storey(Scheme scheme, Layer layer, Standing sum, int reached, Time time) {
        int percent = 0;
        if (reached < scheme.levels().size()) {
            int base = base(scheme, reached + 1);
            int needed = scheme.level(reached + 1).points() - base;
            percent = Math.clamp((sum.points() - base) * 100L / needed, 0, 100);
        }
        return new Storey(
                layer.name(),
                layer.title(),
                time,
                reached,
                scheme.levels().size(),
                reached == 0 ? null : scheme.level(reached).title(),
                sum.points(),
                percent);
    }

    private static int base(Scheme scheme, int level) {
        return level == 1 ? 0 : scheme.level(level - 1).points();
    }

    private static Progress progress(
            Scheme scheme,
            Layer layer,
            int number,
            Standing sum,
            Map<EventKind, Integer> rates,
            int left) {
        Level level = scheme.level(number);
        int base = base(scheme, number);
        int needed = level.points() - base;
        int have = Math.clamp(sum.points() - base, 0, needed);
        int activities = Math.min(level.activities(), scheme.activities(sum));
        return new Progress(
                layer.title(),
                number,
                level.title(),
                have,
                needed,
                activities,
                level.activities(),
                scheme.livesForActivity(),
                Examples.of(
                        Math.max(0, level.points() - sum.points()),
                        level.activities() - activities,
                        rates,
                        left));
    }

    private Held held(Licence licence) {
        Scheme scheme = schemes.named(licence.scheme(), licence.version());
        return new Held(
                licence.scheme(),
                licence.layer(),
                licence.level(),
                scheme.title(),
                scheme.layer(licence.layer()).orElseThrow().title(),
                scheme.level(licence.level()).title(),
                licence.reachedAt());
    }
}
