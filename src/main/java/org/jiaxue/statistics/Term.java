package org.jiaxue.statistics;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A school term: autumn from 1 September to the end of January, spring from February to the end of
 * August.
 *
 * @param year the year in which it begins
 */
public record Term(int year, Half half) {

    /** Which half of a school year. */
    public enum Half {
        AUTUMN,
        SPRING
    }

    /** The term of a day. */
    public static Term of(LocalDate day) {
        if (day.getMonthValue() >= Month.SEPTEMBER.getValue()) {
            return new Term(day.getYear(), Half.AUTUMN);
        }
        return day.getMonth() == Month.JANUARY
                ? new Term(day.getYear() - 1, Half.AUTUMN)
                : new Term(day.getYear(), Half.SPRING);
    }

    /** Its calendar months, in order. */
    public List<YearMonth> months() {
        YearMonth first =
                YearMonth.of(year, half == Half.AUTUMN ? Month.SEPTEMBER : Month.FEBRUARY);
        List<YearMonth> months = new ArrayList<>();
        for (int i = 0; i < (half == Half.AUTUMN ? 5 : 7); i++) {
            months.add(first.plusMonths(i));
        }
        return months;
    }

    Term after() {
        return of(months().getLast().plusMonths(1).atDay(1));
    }

    public Term before() {
        return of(months().getFirst().atDay(1).minusDays(1));
    }
}
