package org.jiaxue.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final Map<String, EventKind> BY_SLUG =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(EventKind::slug, Function.identity()));

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The kind's name in rules and tables, for instance {@code lesson-completed}. */
    public String slug() {
        return slug;
    }

    public static Optional<EventKind> ofSlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }
}
