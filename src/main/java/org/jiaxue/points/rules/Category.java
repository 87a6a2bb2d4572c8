package org.jiaxue.points.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.learning.EventKind;

/** What points are for, so that schemes can ask for some of each. */
public enum Category {
    LESSON,
    QUESTION,
    COURSE,
    LIVE,
    ACTIVITY,
    NOTE,
    ANSWER,
    OTHER;

    /** The category of a kind where its rule names no other. */
    public static Category of(EventKind kind) {
        return switch (kind) {
            case LESSON_COMPLETED -> LESSON;
            case REFLECTION_ANSWERED -> QUESTION;
            case COURSE_COMPLETED -> COURSE;
            case LIVE_ATTENDED, REPLAY_WATCHED -> LIVE;
            case ACTIVITY_ATTENDED -> ACTIVITY;
            case NOTE_WRITTEN -> NOTE;
            case ANSWER_HELPFUL -> ANSWER;
        };
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Category> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
