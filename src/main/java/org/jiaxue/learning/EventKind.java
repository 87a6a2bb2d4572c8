package org.jiaxue.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of verified fact a learning event is. */
public enum EventKind {
    LESSON_COMPLETED,
    REFLECTION_ANSWERED,
    COURSE_COMPLETED,
    LIVE_ATTENDED,
    REPLAY_WATCHED,
    ACTIVITY_ATTENDED,
    NOTE_WRITTEN,
    ANSWER_HELPFUL;

    /** The kind's name in rules and tables, for instance {@code lesson-completed}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EventKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
