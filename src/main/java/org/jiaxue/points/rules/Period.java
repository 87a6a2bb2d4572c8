package org.jiaxue.points.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.web.Term;

/** A span of days within which points are capped, the shortest first. */
public enum Period {
    DAY,
    WEEK,
    MONTH,
    TERM;

    /** The first day of the period that the day lies in. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case TERM -> Term.of(day).first();
        };
    }

    /** The earliest first day of the periods that a day lies in; of terms only if asked. */
    public static LocalDate floor(LocalDate day, boolean terms) {
        return Arrays.stream(values())
                .filter(it -> it != TERM || terms)
                .map(period -> period.startOf(day))
                .min(LocalDate::compareTo)
                .orElse(day);
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Period> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
