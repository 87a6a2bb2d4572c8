package org.jiaxue.licences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jiaxue.cel.Goal;
import org.jiaxue.learning.EventKind;
import org.jiaxue.licences.Licences.Way;
import org.jiaxue.licences.scheme.Scheme.Level;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.licences.scheme.Sums;

/**
 * Which single deeds bring a level nearer, found by adding each to the sums and asking the
 * criterion again, in whatever way it is written.
 */
final class Nearer {

    /** How often a deed is tried, at most. */
    static final int MOST_TIMES = 60;

    private Nearer() {}

    /**
     * The deeds that help, those first of which the fewest are needed.
     *
     * @param now the sums of the layer's period
     * @param rates the points of each kind that can be done, before caps; others are not tried
     */
    static List<Way> ways(Level level, Standing now, Map<EventKind, Integer> rates) {
        if (level.holds(now, true, true)) {
            return List.of();
        }
        List<Way> ways = new ArrayList<>();
        rates.forEach((kind, points) -> {
            OptionalInt times =
                    IntStream.rangeClosed(1, MOST_TIMES)
                            .filter(it -> nearer(level, now, after(now, kind, points, it)))
                            .findFirst();
            if (times.isPresent()) {
                ways.add(new Way(kind, points, times.getAsInt(), alone(level, now, kind, points)));
            }
        });
        ways.sort(
                Comparator.comparingInt(
                                (Way it) -> it.alone() > 0 ? it.alone() : MOST_TIMES + it.times())
                        .thenComparing(Way::kind));
        return ways;
    }

    private static int alone(Level level, Standing now, EventKind kind, int points) {
        return IntStream.rangeClosed(1, MOST_TIMES)
                .filter(it -> level.holds(after(now, kind, points, it), true, true))
                .findFirst()
                .orElse(0);
    }

    private static Standing after(Standing now, EventKind kind, int points, int times) {
        Standing after = now;
        Map<String, Integer> adds = Sums.of(kind, Sums.category(kind), points, true);
        for (int i = 0; i < times; i++) {
            after = after.plus(adds);
        }
        return after;
    }

    /** Whether some unmet goal has come nearer or is met. */
    static boolean nearer(Level level, Standing before, Standing after) {
        List<Goal> then = level.goals(before);
        List<Goal> now = level.goals(after);
        return IntStream.range(0, then.size())
                .anyMatch(i ->
                        !then.get(i).met()
                                && (now.get(i).met() || now.get(i).have() > then.get(i).have()));
    }
}
