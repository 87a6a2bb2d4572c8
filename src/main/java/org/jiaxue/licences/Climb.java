package org.jiaxue.licences;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jiaxue.licences.Scheme.Standing;

/** How entries raise one layer of one guardian's scheme: sums that do not depend on their order. */
final class Climb {

    private static final Comparator<Step> ORDER =
            Comparator.comparing((Step step) -> step.points() >= 0)
                    .thenComparing(Step::at)
                    .thenComparing(Step::event);

    private Climb() {}

    /**
     * What one entry adds.
     *
     * @param points negative in a correction
     * @param activities 1 for an offline activity that is new, else 0
     * @param lives 1 for a live session that is new, else 0
     */
    record Step(UUID event, Instant at, int points, int activities, int lives) {}

    /** A level and the step that brought it. */
    record Reach(int level, Step by) {}

    /** What steps add together; points never fall, what they would take is kept. */
    record Rise(int points, int kept, int activities, int lives) {}

    static Rise rise(List<Step> steps) {
        int points = steps.stream().mapToInt(Step::points).sum();
        return new Rise(
                Math.max(0, points),
                Math.max(0, -points),
                steps.stream().mapToInt(Step::activities).sum(),
                steps.stream().mapToInt(Step::lives).sum());
    }

    /** Every level that is reached after the steps, with the first step at which it is. */
    static List<Reach> reached(Scheme scheme, Standing before, List<Step> steps) {
        Rise rise = rise(steps);
        int top = scheme.reached(before.plus(rise.points(), rise.activities(), rise.lives()));
        List<Reach> reached = new ArrayList<>();
        Standing now = before;
        for (Step step : steps.stream().sorted(ORDER).toList()) {
            now = now.plus(step.points(), step.activities(), step.lives());
            for (int level = reached.size() + 1;
                    level <= Math.min(top, scheme.reached(now));
                    level++) {
                reached.add(new Reach(level, step));
            }
        }
        Step last = steps.stream().max(ORDER).orElseThrow();
        for (int level = reached.size() + 1; level <= top; level++) {
            reached.add(new Reach(level, last));
        }
        return reached;
    }
}
