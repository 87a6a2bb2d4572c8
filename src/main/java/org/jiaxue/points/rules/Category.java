package org.jiaxue.points.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Map<String, Category> BY_SLUG =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Category::slug, it -> it));

    private final String slug = name().toLowerCase(Locale.ROOT);

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
        return slug;
    }

    public static Optional<Category> ofSlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }
}
