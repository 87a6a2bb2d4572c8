package org.jiaxue.licences.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Standing;

/** How entries raise one layer of one guardian's scheme: sums that do not depend on their order. */
final class Climb {

    private static final Comparator<Step> ORDER =
            Comparator.comparing((Step step) -> step.points() >= 0)
                    .thenComparing(Step::at)
                    .thenComparing(Step::event)
                    .thenComparing(Step::entry);

    private Climb() {}

    /**
     * What one entry adds.
     *
     * @param points below 0 in a correction
     * @param adds by the sum's name
     */
    record Step(UUID entry, UUID event, Instant at, int points, Map<String, Integer> adds) {}

    /** A level and the step that brought it. */
    record Reach(int level, Step by) {}

    /** What steps add together; no sum ever falls, what they would take of it is kept. */
    record Rise(Map<String, Integer> sums, Map<String, Integer> kept) {}

    static Rise rise(List<Step> steps) {
        Map<String, Integer> together = new HashMap<>();
        for (Step step : steps) {
            step.adds().forEach((name, value) -> together.merge(name, value, Integer::sum));
        }
        Map<String, Integer> sums = new HashMap<>();
        Map<String, Integer> kept = new HashMap<>();
        together.forEach((name, value) -> {
            sums.put(name, Math.max(0, value));
            kept.put(name, Math.max(0, -value));
        });
        return new Rise(sums, kept);
    }

    /** Every level that is reached after the steps, with the first step at which it is. */
    static List<Reach> reached(Scheme scheme, Standing before, List<Step> steps) {
        int top = scheme.reached(before.plus(rise(steps).sums()));
        List<Reach> reached = new ArrayList<>();
        if (top == 0) {
            return reached;
        }
        List<Step> sorted = sorted(steps);
        Standing now = before;
        for (Step step : sorted) {
            now = now.plus(step.adds());
            int here = reached.size() < top ? scheme.reached(now) : top;
            for (int level = reached.size() + 1; level <= Math.min(top, here); level++) {
                reached.add(new Reach(level, step));
            }
        }
        for (int level = reached.size() + 1; level <= top; level++) {
            reached.add(new Reach(level, sorted.getLast()));
        }
        return reached;
    }

    /** In the order in which steps count: what is taken first, then by occurrence. */
    static List<Step> sorted(List<Step> steps) {
        return steps.stream().sorted(ORDER).toList();
    }
}
