package org.jiaxue.licences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiaxue.cel.Goal;
import org.jiaxue.learning.EventKind;
import org.jiaxue.licences.Licences.Aim;
import org.jiaxue.licences.scheme.Scheme.Level;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.licences.scheme.Sums;

/**
 * What a level asks, found by trying its criterion. That criteria are never lost by more is what
 * lets a search by halves find the least that suffices.
 */
final class Needs {

    private static final String ACTIVITIES = Sums.deeds(EventKind.ACTIVITY_ATTENDED);
    private static final String LIVES = Sums.deeds(EventKind.LIVE_ATTENDED);
    private static final String REPLAYS = Sums.deeds(EventKind.REPLAY_WATCHED);

    /** What the page has words of its own for. */
    private static final Set<String> NAMED = Set.of(Sums.POINTS, ACTIVITIES, LIVES, REPLAYS);

    private Needs() {}

    /**
     * Activities on site that a level asks.
     *
     * @param needed where no live session stands in for one
     * @param left how many more suffice, live sessions that were attended among what is there
     * @param lives how many live sessions stand in for the last one; 0 where none do
     */
    record Activities(int needed, int left, int lives) {}

    /** The points that a level asks when everything else is there. */
    static int points(Level level) {
        return least(level, ample(level), Sums.POINTS);
    }

    static Activities activities(Level level, Standing now) {
        Standing ample = ample(level);
        Standing alone = ample.with(LIVES, 0).with(REPLAYS, 0);
        int needed = least(level, alone, ACTIVITIES);
        if (needed == 0) {
            return new Activities(0, 0, 0);
        }
        Standing here = ample.with(LIVES, now.of(LIVES)).with(REPLAYS, now.of(REPLAYS));
        int left = Math.max(0, least(level, here, ACTIVITIES) - now.of(ACTIVITIES));
        int lives = least(level, alone.with(ACTIVITIES, needed - 1), LIVES);
        return new Activities(needed, Math.min(needed, left), lives == Sums.MOST ? 0 : lives);
    }

    /** Whether a level lacks activities on site and nothing else. */
    static boolean onlyActivities(Level level, Standing now) {
        int left = activities(level, now).left();
        return left > 0 && level.holds(now.with(ACTIVITIES, now.of(ACTIVITIES) + left), true, true);
    }

    /** What a level asks besides points and activities. */
    static List<Aim> further(Level level, Standing now) {
        Map<String, Integer> named = new HashMap<>();
        NAMED.forEach(name -> named.put(name, Sums.MOST));
        List<Goal> covered = level.goals(new Standing(named));
        List<Goal> goals = level.goals(now);
        return IntStream.range(0, goals.size())
                .filter(i -> !covered.get(i).met())
                .mapToObj(i -> aim(goals.get(i)))
                .toList();
    }

    /** Everything that a level asks of sums. */
    static List<Aim> all(Level level, Standing now) {
        return level.goals(now).stream().map(Needs::aim).toList();
    }

    private static Aim aim(Goal goal) {
        return new Aim(goal.counts(), goal.have(), goal.need(), goal.met());
    }

    /** Very many of everything that the criterion mentions. */
    private static Standing ample(Level level) {
        Map<String, Integer> sums = new HashMap<>();
        level.when().names().forEach(name -> sums.put(name, Sums.MOST));
        return new Standing(sums);
    }

    /** The least of a sum with which the level holds, the others given; the most if none does. */
    private static int least(Level level, Standing others, String name) {
        int low = 0;
        int high = Sums.MOST;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (level.holds(others.with(name, middle), true, true)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
