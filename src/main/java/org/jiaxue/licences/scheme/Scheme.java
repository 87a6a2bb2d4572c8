package org.jiaxue.licences.scheme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiaxue.cel.Condition;
import org.jiaxue.cel.Facts;
import org.jiaxue.cel.Goal;
import org.jiaxue.identity.Child;
import org.jiaxue.learning.Subject;
import org.jiaxue.licences.Confirmer;
import org.jiaxue.web.Words;

/**
 * How points and deeds become levels. Layers are all of one kind: ages of a child, of which an
 * event counts for one; confirmers, who all look at the same sums; or one layer for everything.
 *
 * @param division a code; the scheme holds for it and all below
 * @param template whether this project made it, because no official figures are public
 * @param layers the youngest, or the one that is asked first, first
 * @param levels the first one first; each asks more than the one before
 */
public record Scheme(
        String name,
        int version,
        String division,
        LocalDate from,
        boolean template,
        Period period,
        Words title,
        List<Layer> layers,
        List<Level> levels) {

    public record Layer(String name, Sort sort, Words title) {}

    /** What makes a layer. */
    public sealed interface Sort {

        /** A span of a child's ages in months: from, inclusive, to, exclusive. */
        record Aged(int from, int to) implements Sort {}

        /** Somebody who confirms. */
        record By(Confirmer who) implements Sort {}

        /** The only layer of its scheme. */
        record Whole() implements Sort {}
    }

    /**
     * A level.
     *
     * @param when what it asks of the sums; never lost by a sum that rises
     * @param news the sentence when it is reached, with {@code {layer}} and {@code {period}}
     */
    public record Level(Condition when, Words title, Words news) {

        /**
         * Whether these sums reach it.
         *
         * @param confirmed whether the layer's confirmation is there
         * @param below whether the layer before has the same level
         */
        public boolean holds(Standing standing, boolean confirmed, boolean below) {
            return when.holds(facts(standing, confirmed, below));
        }

        /** What it asks of the sums, one after the other; who must confirm is left out. */
        public List<Goal> goals(Standing standing) {
            List<Goal> flags = when.goals(facts(Standing.ZERO, false, false));
            List<Goal> all = when.goals(facts(standing, true, true));
            List<Goal> whether = when.goals(facts(Standing.ZERO, true, true));
            return IntStream.range(0, all.size())
                    .filter(i -> flags.get(i).met() == whether.get(i).met())
                    .mapToObj(all::get)
                    .toList();
        }

        private static Facts facts(Standing standing, boolean confirmed, boolean below) {
            return name ->
                    switch (name) {
                        case Sums.CONFIRMED -> confirmed;
                        case Sums.BELOW -> below;
                        default -> (long) standing.of(name);
                    };
        }
    }

    public Optional<Layer> layer(String layer) {
        return layers.stream().filter(it -> it.name().equals(layer)).findFirst();
    }

    public Level level(int level) {
        return levels.get(level - 1);
    }

    /** Whether a layer is a span of ages, so that the scheme is a way through childhood. */
    public boolean byAge() {
        return layers.getFirst().sort() instanceof Sort.Aged;
    }

    /** Whether layers are confirmed one after the other. */
    public boolean confirmed() {
        return layers.getFirst().sort() instanceof Sort.By;
    }

    /** Who confirms a layer; of one that nobody confirms, the guardian. */
    public Confirmer confirmer(Layer layer) {
        return switch (layer.sort()) {
            case Sort.By(Confirmer who) -> who;
            case Sort.Aged _, Sort.Whole _ -> Confirmer.SELF;
        };
    }

    /** The layer whose sums a layer looks at: its own, or the first where layers are confirmed. */
    public Layer ground(Layer layer) {
        return confirmed() ? layers.getFirst() : layer;
    }

    /** Whether entries alone bring levels in a layer, and nobody has to be asked. */
    public boolean byItself(Layer layer) {
        return confirmer(layer) == Confirmer.SELF;
    }

    /** The highest level that these sums reach where nobody has to be asked; 0 for none. */
    public int reached(Standing standing) {
        int reached = 0;
        for (Level level : levels) {
            if (!level.holds(standing, true, true)) {
                return reached;
            }
            reached++;
        }
        return reached;
    }

    /**
     * The layer for which something was learned. Of ages: that of the child whom it fits, of
     * several the youngest; if it fits none, the youngest child's; without a child, where its ages
     * begin. Otherwise the first.
     *
     * @param children youngest first
     */
    public Optional<Layer> layerFor(Subject subject, List<Child> children, LocalDate day) {
        if (!byAge()) {
            return Optional.of(layers.getFirst());
        }
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
    public Optional<Layer> of(Child child, LocalDate day) {
        LocalDate september = LocalDate.of(day.getYear(), 9, 1);
        LocalDate last = september.isAfter(day) ? september.minusYears(1) : september;
        return at(Math.max(0, child.monthsOn(last)));
    }

    private Optional<Layer> at(int months) {
        return layers.stream()
                .filter(layer ->
                        layer.sort() instanceof Sort.Aged(int from, int to)
                                && from <= months
                                && months < to)
                .findFirst();
    }
}
