package org.jiaxue.schools;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jiaxue.web.Term;

/** The days on which a school's weeks begin. */
public final class Mondays {

    private Mondays() {}

    /** The Monday of the week that a day is in. */
    public static LocalDate of(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Those of a term's weeks, in order; the first may lie before its first day. */
    public static List<LocalDate> of(Term term) {
        return of(term.first()).datesUntil(term.last().plusDays(1), Period.ofWeeks(1)).toList();
    }
}
