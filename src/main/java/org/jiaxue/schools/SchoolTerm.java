package org.jiaxue.schools;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A school term: autumn from 1 September to the end of January, spring from February to the end of
 * August.
 *
 * @param first its first day
 * @param last its last day
 */
public record SchoolTerm(LocalDate first, LocalDate last) {

    /** The term of a day. */
    public static SchoolTerm of(LocalDate day) {
        int year = day.getYear();
        if (day.getMonthValue() >= Month.SEPTEMBER.getValue()) {
            return autumn(year);
        }
        return day.getMonth() == Month.JANUARY ? autumn(year - 1) : spring(year);
    }

    private static SchoolTerm autumn(int year) {
        return new SchoolTerm(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 1, 31));
    }

    private static SchoolTerm spring(int year) {
        return new SchoolTerm(LocalDate.of(year, 2, 1), LocalDate.of(year, 8, 31));
    }

    /** The Mondays of its weeks, in order; the first may lie before its first day. */
    public List<LocalDate> mondays() {
        return mondayOf(first).datesUntil(last.plusDays(1), Period.ofWeeks(1)).toList();
    }

    /** The Monday of the week that a day is in. */
    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
