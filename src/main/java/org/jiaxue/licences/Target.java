package org.jiaxue.licences;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiaxue.identity.Child;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Subject;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.licences.scheme.Sums;
import org.jiaxue.web.Words;

/**
 * The next level of a layer and what is there of it, to be tried with deeds that are not done yet.
 * It never changes; what it would be after deeds is another.
 */
public final class Target {

    private final Scheme scheme;
    private final Layer layer;
    private final String period;
    private final List<Child> children;
    private final int level;
    private final Standing sums;

    /**
     * @param level the next one, from 1; one more than there are where all are reached
     * @param sums those of the layer within the period
     */
    Target(
            Scheme scheme,
            Layer layer,
            String period,
            List<Child> children,
            int level,
            Standing sums) {
        this.scheme = scheme;
        this.layer = layer;
        this.period = period;
        this.children = List.copyOf(children);
        this.level = level;
        this.sums = sums;
    }

    /**
     * A deed that could be done.
     *
     * @param category for what its points are
     * @param points what the ledger would credit
     */
    public record Deed(
            EventKind kind, Subject subject, LocalDate day, String category, int points) {}

    public String scheme() {
        return scheme.name();
    }

    public Words schemeName() {
        return scheme.title();
    }

    public String layer() {
        return layer.name();
    }

    public Words layerName() {
        return layer.title();
    }

    /** Whether its layers are ages of a child. */
    public boolean byAge() {
        return scheme.byAge();
    }

    /** Whether it is the only level of its scheme. */
    public boolean single() {
        return scheme.levels().size() == 1 && scheme.layers().size() == 1;
    }

    /** The next level; one more than there are where all are reached. */
    public int level() {
        return level;
    }

    /** What a level of the scheme is called, from 1. */
    public Words levelName(int number) {
        return scheme.level(number).title();
    }

    /** Whether every level is reached. */
    public boolean complete() {
        return level > scheme.levels().size();
    }

    /** Whether no points can take the place of an activity that is missing. */
    public boolean needsActivity() {
        return !complete() && Needs.activities(scheme.level(level), sums).left() > 0;
    }

    /** Whether activities on site are all that is missing, so that no lesson brings it nearer. */
    public boolean lacksOnlyActivities() {
        return !complete() && Needs.onlyActivities(scheme.level(level), sums);
    }

    /** Whether one of these has a part in the next level, whatever else is missing. */
    public boolean nearer(Collection<Deed> deeds) {
        if (complete()) {
            return false;
        }
        Target after = after(deeds);
        return after.level > level || Nearer.nearer(scheme.level(level), sums, after.sums);
    }

    /** What it is after these; where they reach the level it is the next one. */
    public Target after(Collection<Deed> deeds) {
        Standing sum = sums;
        for (Deed deed : deeds) {
            if (counts(deed)) {
                sum = sum.plus(Sums.of(deed.kind(), deed.category(), deed.points(), true));
            }
        }
        int next = level;
        while (next <= scheme.levels().size() && scheme.level(next).holds(sum, true, true)) {
            next++;
        }
        return new Target(scheme, layer, period, children, next, sum);
    }

    private boolean counts(Deed deed) {
        return scheme.layerFor(deed.subject(), children, deed.day()).equals(Optional.of(layer))
                && scheme.period().codeOf(deed.day()).equals(period);
    }
}
