package org.jiaxue.licences;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaxue.identity.Child;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.Words;

/**
 * How points and deeds become levels.
 *
 * @param division a code; the scheme holds for it and all below
 * @param layers by age, the youngest first
 * @param levels the first one first; each asks at least what the one before asks
 * @param livesForActivity how many interactive live sessions stand in for one offline activity
 */
record Scheme(
        String name,
        int version,
        String division,
        LocalDate from,
        boolean template,
        Words title,
        List<Layer> layers,
        List<Level> levels,
        int livesForActivity) {

    /** A span of a child's ages in months: from, inclusive, to, exclusive. */
    record Layer(String name, int from, int to, Words title) {}

    /**
     * What a level asks of a layer's sums. A condition in CEL will have its place here.
     *
     * @param news the sentence when it is reached, with {@code {layer}}
     */
    record Level(int points, int activities, Words title, Words news) {}

    /** A layer's sums. */
    record Standing(int points, int activities, int lives) {

        static final Standing ZERO = new Standing(0, 0, 0);

        Standing plus(int morePoints, int moreActivities, int moreLives) {
            return new Standing(
                    points + morePoints, activities + moreActivities, lives + moreLives);
        }
    }

    Optional<Layer> layer(String layer) {
        return layers.stream().filter(it -> it.name().equals(layer)).findFirst();
    }

    Level level(int level) {
        return levels.get(level - 1);
    }

    /** Offline activities, with the live sessions that stand in for some. */
    int activities(Standing standing) {
        return standing.activities() + standing.lives() / livesForActivity;
    }

    /** The highest level that these sums reach; 0 for none. */
    int reached(Standing standing) {
        int reached = 0;
        for (Level level : levels) {
            if (standing.points() < level.points() || activities(standing) < level.activities()) {
                return reached;
            }
            reached++;
        }
        return reached;
    }

    /**
     * The layer for which something was learned: that of the child whom it fits, of several the
     * youngest; if it fits none, the youngest child's; without a child, where its ages begin.
     *
     * @param children youngest first
     */
    Optional<Layer> layerFor(Subject subject, List<Child> children, LocalDate day) {
        if (children.isEmpty()) {
            return subject.fitsFrom().isPresent()
                    ? at(subject.fitsFrom().getAsInt())
                    : Optional.empty();
        }
        Child fitting =
                children.stream()
                        .filter(child -> subject.fits(child.monthsOn(day)))
                        .findFirst()
                        .orElse(children.getFirst());
        return of(fitting, day);
    }

    /** A child's layer: by its age on the last 1 September, so that it moves on with school. */
    Optional<Layer> of(Child child, LocalDate day) {
        LocalDate september = LocalDate.of(day.getYear(), 9, 1);
        LocalDate last = september.isAfter(day) ? september.minusYears(1) : september;
        return at(Math.max(0, child.monthsOn(last)));
    }

    private Optional<Layer> at(int months) {
        return layers.stream()
                .filter(layer -> layer.from() <= months && months < layer.to())
                .findFirst();
    }
}
