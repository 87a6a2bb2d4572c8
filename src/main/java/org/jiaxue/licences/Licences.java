package org.jiaxue.licences;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiaxue.learning.EventKind;
import org.jiaxue.licences.grading.LevelStore;
import org.jiaxue.licences.grading.Licence;
import org.jiaxue.licences.scheme.Period;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a guardian has reached in the schemes of their division, and how near the next level is. */
@Component
public class Licences {

    private final LevelStore store;
    private final Schemes schemes;
    private final Houses houses;
    private final Paths paths;
    private final Ways ways;

    Licences(LevelStore store, Schemes schemes, Houses houses, Paths paths, Ways ways) {
        this.store = store;
        this.schemes = schemes;
        this.houses = houses;
        this.paths = paths;
        this.ways = ways;
    }

    /**
     * A level that was reached, with its names.
     *
     * @param period whose sums brought it: {@code 2026-autumn}, {@code 2026-2027}, or {@code ever}
     * @param periodName null in a scheme whose sums never begin anew
     * @param layers how many its scheme has
     */
    public record Held(
            String scheme,
            String layer,
            int level,
            Words schemeName,
            Words layerName,
            Words levelName,
            String period,
            @Nullable Words periodName,
            int layers,
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
     * @param livesForActivity how many live sessions stand in for one activity; 0 where none do
     * @param further what it asks besides
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
            List<Aim> further,
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
     * One thing that a level asks.
     *
     * @param what is counted, in plain words
     */
    public record Aim(Words what, long have, long need, boolean met) {}

    /** How a confirmation stands. */
    public enum Asking {
        /** Nobody has to be asked, or something else is missing first. */
        NONE,
        /** The guardian may ask now. */
        OPEN,
        WAITING,
        /** The guardian is in no class, so that there is nobody to ask. */
        NOBODY
    }

    /**
     * The next level of a layer.
     *
     * @param confirmer who confirms it; {@link Confirmer#SELF} where nobody has to be asked
     * @param declined why it was declined last; empty where it was not
     */
    public record Next(
            int level,
            Words levelName,
            List<Aim> aims,
            Confirmer confirmer,
            Asking asking,
            String declined) {}

    /**
     * A layer of a scheme within a period.
     *
     * @param reached the highest level, 0 for none
     * @param levelName of that level
     * @param next null where all levels are reached, or the layer before must come first
     */
    public record Rung(
            String layer,
            Words layerName,
            int reached,
            @Nullable Words levelName,
            @Nullable Next next) {}

    /**
     * A scheme of layers that are not ages, as it stands in its present period.
     *
     * @param periodName null in a scheme whose sums never begin anew
     * @param levels how many each layer has
     */
    public record Path(
            String scheme,
            Words schemeName,
            String period,
            @Nullable Words periodName,
            int levels,
            List<Rung> rungs) {}

    /**
     * A guardian's scheme by ages.
     *
     * @param lit how many levels are reached in all layers
     * @param storeys from the youngest layer up
     * @param next for each layer of the guardian's children, the youngest child's first; one in
     *     which every level is reached has none
     */
    public record Standings(
            String scheme, Words schemeName, int lit, List<Storey> storeys, List<Progress> next) {}

    /**
     * A deed that brings a level nearer.
     *
     * @param points that one of it brings by the rules in force, before caps
     * @param times how many it takes until something that the level asks has moved; 1 for most
     * @param alone how many would reach the level without anything else; 0 where none would
     */
    public record Way(EventKind kind, int points, int times, int alone) {}

    /** Levels reached, the latest first. */
    public List<Held> of(GuardianId guardian) {
        return store.of(guardian).stream().map(this::held).toList();
    }

    /** The scheme by ages of the guardian's division today; empty where there is none. */
    public Optional<Standings> standings(GuardianId guardian) {
        return houses.of(guardian);
    }

    /** The other schemes of the guardian's division today, each in its present period. */
    public List<Path> paths(GuardianId guardian) {
        return paths.of(guardian);
    }

    /**
     * The single deeds that bring the next level of a layer nearer in its present period, those
     * first of which the fewest are needed; none where every level is reached, or no such scheme is
     * in force for the guardian.
     */
    public List<Way> nearer(GuardianId guardian, String scheme, String layer) {
        return ways.of(guardian, scheme, layer);
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
                licence.period(),
                Period.words(licence.period()),
                scheme.layers().size(),
                licence.reachedAt());
    }
}
