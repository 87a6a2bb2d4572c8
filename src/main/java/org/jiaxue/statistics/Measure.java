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
    CERTIFICATES,
    /** Schools that have a parent school at the end of a period, out of all schools there. */
    SCHOOLS,
    /** Sessions of activities held. */
    ACTIVITIES;

    /** Those that tell of guardians, so that small groups are withheld. */
    public static final List<Measure> OF_PEOPLE = List.of(LESSONS, GUARDIANS, CERTIFICATES);

    /** The share of schools with a parent school that every area is to reach, in percent. */
    public static final int SCHOOLS_GOAL_PERCENT = 25;

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

    /** Whether it tells of institutions and nobody in particular, so that nothing is withheld. */
    public boolean supply() {
        return !OF_PEOPLE.contains(this);
    }

    /** Whether there are figures whose rows are these, for a division with a code this long. */
    public boolean has(By by, int digits) {
        return switch (by) {
            case DIVISION, PERIOD -> true;
            case STAGE ->
                    switch (this) {
                        case LESSONS, GUARDIANS -> digits <= Statistics.FINEST_BY_STAGE;
                        case ACTIVITIES -> true;
                        case CERTIFICATES, SCHOOLS -> false;
                    };
            case PLATFORM -> this == SCHOOLS;
        };
    }

    /** The kinds of facts of guardians that count. */
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
            case SCHOOLS, ACTIVITIES -> List.of();
        };
    }
}
