package org.jiaxue.points.rules;

import java.util.Locale;

/** What cut a claim. */
enum Cut {
    NONE,
    UNRULED,
    ONCE,
    CONTENT,
    KIND_DAY,
    KIND_WEEK,
    KIND_MONTH,
    KIND_TERM,
    DAY,
    WEEK,
    MONTH,
    TERM;

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Cut ofKind(Period period) {
        return switch (period) {
            case DAY -> KIND_DAY;
            case WEEK -> KIND_WEEK;
            case MONTH -> KIND_MONTH;
            case TERM -> KIND_TERM;
        };
    }

    static Cut ofAll(Period period) {
        return switch (period) {
            case DAY -> DAY;
            case WEEK -> WEEK;
            case MONTH -> MONTH;
            case TERM -> TERM;
        };
    }
}
