package org.jiaxue.licences.trial;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.identity.Child;
import org.jiaxue.identity.Household;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;
import org.jiaxue.licences.trial.ConfirmedStore.Confirmed;
import org.jiaxue.licences.trial.Ladders.Ladder;
import org.jiaxue.points.TrialGrading.Gain;
import org.jiaxue.points.TrialGrading.Reached;
import org.jiaxue.points.TrialGrading.Told;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;

/**
 * One guardian's way up. Sums never fall and no criterion is lost by a sum that rises, so what is
 * reached is asked at the end of the term, and when it was by halves.
 */
final class Ascent {

    private static final int NOT_REACHED = Reached.NOT_REACHED;

    private final Ladders ladders;
    private final Term term;
    private final List<Child> children;
    private final Set<Confirmed> confirmed;

    Ascent(Ladders ladders, Term term, @Nullable Household household, Set<Confirmed> confirmed) {
        this.ladders = ladders;
        this.term = term;
        this.children = household == null ? List.of() : household.children();
        this.confirmed = confirmed;
    }

    Reached of(GuardianId guardian, List<Told> told) {
        int[] now = climb(guardian, told, false);
        boolean alike =
                !ladders.differ() && told.stream().allMatch(it -> it.now().equals(it.then()));
        return new Both(now, alike ? now : climb(guardian, told, true));
    }

    /** When levels were reached on either side. */
    private static final class Both implements Reached {

        private final int[] now;
        private final int[] then;

        Both(int[] now, int[] then) {
            this.now = now;
            this.then = then;
        }

        @Override
        public int now(int rung) {
            return now[rung];
        }

        @Override
        public int then(int rung) {
            return then[rung];
        }
    }

    private int[] climb(GuardianId guardian, List<Told> told, boolean then) {
        int[] after = new int[ladders.rungs().size()];
        Arrays.fill(after, Reached.NOT_THERE);
        @Nullable Course[] courses = new Course[after.length];
        for (Told one : told) {
            LearningEvent event = one.event();
            for (Ladder ladder : ladders.at(event.division(), one.day(), then)) {
                Optional<Layer> layer = layerFor(ladder.scheme(), event, one.day());
                if (layer.isPresent()) {
                    int number = ladder.layer(layer.get());
                    int base = ladder.base(number);
                    @Nullable Course course = courses[base];
                    if (course == null) {
                        course = new Course(ladder, number);
                        courses[base] = course;
                    } else if (course.ladder() != ladder) {
                        settle(guardian, course, after);
                        course.goOnBy(ladder, number);
                    }
                    Gain gain = then ? one.then() : one.now();
                    course.add(event, gain);
                }
            }
        }
        for (@Nullable Course course : courses) {
            if (course != null) {
                settle(guardian, course, after);
            }
        }
        return after;
    }

    private Optional<Layer> layerFor(Scheme scheme, LearningEvent event, LocalDate day) {
        return scheme.layerFor(event.subject(), children, day);
    }

    /** Layers that are confirmed all look at one course, each building on the one before. */
    private void settle(GuardianId guardian, Course course, int[] after) {
        Scheme scheme = course.ladder().scheme();
        int first = scheme.confirmed() ? 0 : course.layer();
        int last = scheme.confirmed() ? scheme.layers().size() - 1 : course.layer();
        int @Nullable [] below = null;
        for (int layer = first; layer <= last; layer++) {
            below = settle(guardian, course, layer, below, after);
        }
    }

    /** Where in the course each level of a layer was reached; -1 for none. */
    private int[] settle(
            GuardianId guardian, Course course, int layer, int @Nullable [] below, int[] after) {
        Scheme scheme = course.ladder().scheme();
        int base = course.ladder().base(layer);
        int[] at = new int[scheme.levels().size()];
        Arrays.fill(at, NOT_REACHED);
        for (int i = 0; i < at.length; i++) {
            after[base + i] = Math.max(after[base + i], NOT_REACHED);
        }
        int from = 0;
        for (int i = 0; i < at.length; i++) {
            boolean open = below == null || below[i] != NOT_REACHED;
            if (!open || !confirmed(guardian, scheme, scheme.layers().get(layer), i + 1)) {
                return at;
            }
            int found = course.first(scheme.levels().get(i).when(), from);
            if (found == NOT_REACHED) {
                return at;
            }
            at[i] = below == null ? found : Math.max(found, below[i]);
            from = found;
            if (after[base + i] == NOT_REACHED) {
                after[base + i] = course.seconds(at[i]);
            }
        }
        return at;
    }

    private boolean confirmed(GuardianId guardian, Scheme scheme, Layer layer, int level) {
        return scheme.byItself(layer)
                || confirmed.contains(
                        new Confirmed(
                                guardian.value(),
                                scheme.name(),
                                layer.name(),
                                scheme.period().codeOf(term.first()),
                                level));
    }
}
