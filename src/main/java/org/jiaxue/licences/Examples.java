package org.jiaxue.licences;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaxue.identity.Household;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Subject;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.Scheme.Layer;

/** Works out what would bring a guardian to the next level, with lessons that are really there. */
final class Examples {

    private Examples() {}

    /** How many of the lessons left would count for the layer. */
    static int counting(
            List<Subject> left, Layer layer, Scheme scheme, Household household, LocalDate today) {
        return (int)
                left.stream()
                        .map(it -> scheme.layerFor(it, household.children(), today))
                        .filter(Optional.of(layer)::equals)
                        .count();
    }

    /** Activities as many as are missing; for the rest lessons, as long as there are any. */
    static Licences.Example of(
            int points, int activities, Map<EventKind, Integer> rates, int left) {
        int activity = rates.getOrDefault(EventKind.ACTIVITY_ATTENDED, 0);
        int lesson = rates.getOrDefault(EventKind.LESSON_COMPLETED, 0);
        int question = rates.getOrDefault(EventKind.REFLECTION_ANSWERED, 0);
        int rest = Math.max(0, points - activities * activity);
        int each = Math.max(1, lesson + question);
        int lessons = Math.min(left, (rest + each - 1) / each);
        int learned = lessons * (lesson + question);
        return new Licences.Example(
                activities,
                activity,
                lessons,
                lesson,
                question,
                activities * activity + learned,
                Math.max(0, rest - learned));
    }
}
