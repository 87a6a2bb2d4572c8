package org.jiaxue.licences.trial;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiaxue.cel.Condition;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.licences.scheme.Sums;
import org.jiaxue.licences.trial.Ladders.Ladder;
import org.jiaxue.points.TrialGrading.Gain;

/** How the sums of one layer rose, event by event. */
final class Course {

    private static final int BEGINS_WITH = 16;
    private static final Map<String, Integer> PLACES = places();
    private static final int NAMES = PLACES.size();
    private static final int TOTAL = place(Sums.POINTS);
    private static final Map<EventKind, Integer> DEEDS = deeds();
    private static final Map<String, Integer> CATEGORIES = categories();

    private Ladder ladder;
    private int layer;
    private int length;
    private int[] sums = new int[BEGINS_WITH * NAMES];
    private int[] seconds = new int[BEGINS_WITH];

    Course(Ladder ladder, int layer) {
        this.ladder = ladder;
        this.layer = layer;
    }

    Ladder ladder() {
        return ladder;
    }

    int layer() {
        return layer;
    }

    /** Another version of its scheme holds from here on; the sums go on. */
    void goOnBy(Ladder next, int number) {
        this.ladder = next;
        this.layer = number;
    }

    void add(LearningEvent event, Gain gain) {
        if (length == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * length);
            sums = Arrays.copyOf(sums, 2 * sums.length);
        }
        int here = length * NAMES;
        if (length > 0) {
            System.arraycopy(sums, here - NAMES, sums, here, NAMES);
            seconds[length] = seconds[length - 1];
        }
        sums[here + TOTAL] += gain.points();
        sums[here + Objects.requireNonNull(CATEGORIES.get(gain.category()))] += gain.points();
        sums[here + Objects.requireNonNull(DEEDS.get(event.kind()))]++;
        seconds[length] += lasted(event);
        length++;
    }

    /**
     * What is watched and listened to takes time; a question to it and a course of it take none.
     */
    private static int lasted(LearningEvent event) {
        return switch (event.kind()) {
            case LESSON_COMPLETED, LIVE_ATTENDED, REPLAY_WATCHED -> event.subject().seconds();
            case REFLECTION_ANSWERED,
                    COURSE_COMPLETED,
                    ACTIVITY_ATTENDED,
                    NOTE_WRITTEN,
                    ANSWER_HELPFUL ->
                    0;
        };
    }

    /** How long was learned up to a place in it, which belongs to it. */
    int seconds(int at) {
        return seconds[at];
    }

    /** The first place from one on at which a criterion holds; -1 if it never does. */
    int first(Condition when, int from) {
        if (!holds(when, length - 1)) {
            return -1;
        }
        int low = from;
        int high = length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds(when, middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean holds(Condition when, int at) {
        return when.holds(name ->
                switch (name) {
                    case Sums.CONFIRMED, Sums.BELOW -> true;
                    default -> (long) sums[at * NAMES + place(name)];
                });
    }

    private static int place(String name) {
        return Objects.requireNonNull(PLACES.get(name));
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        List<String> names = Sums.names();
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
        return places;
    }

    private static Map<EventKind, Integer> deeds() {
        Map<EventKind, Integer> deeds = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            deeds.put(kind, place(Sums.deeds(kind)));
        }
        return deeds;
    }

    private static Map<String, Integer> categories() {
        String before = Sums.points("");
        Map<String, Integer> categories = new HashMap<>();
        PLACES.forEach((name, place) -> {
            if (name.startsWith(before)) {
                categories.put(name.substring(before.length()), place);
            }
        });
        return categories;
    }
}
