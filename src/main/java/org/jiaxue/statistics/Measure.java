package org.jiaxue.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.learning.EventKind;

/** What is counted. */
public enum Measure {
    /** Lessons completed. */
    LESSONS,
    /** Different guardians who completed a lesson, or were at an activity or a live session. */
    GUARDIANS,
    /** Certificates issued and not withdrawn. */
    CERTIFICATES;

    /** The kind under which a credential is kept among the facts. */
    public static final String CREDENTIAL = "credential-issued";

    /** Its name in addresses and texts, for instance {@code lessons}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> ofSlug(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }

    /** Whether guardians are counted, each once a period. */
    public boolean heads() {
        return this == GUARDIANS;
    }

    /** The kinds of facts that count. */
    public List<String> kinds() {
        return switch (this) {
            case LESSONS -> List.of(EventKind.LESSON_COMPLETED.slug());
            case GUARDIANS ->
                    List.of(
                            EventKind.LESSON_COMPLETED.slug(),
                            EventKind.LIVE_ATTENDED.slug(),
                            EventKind.REPLAY_WATCHED.slug(),
                            EventKind.ACTIVITY_ATTENDED.slug());
            case CERTIFICATES -> List.of(CREDENTIAL);
        };
    }
}
