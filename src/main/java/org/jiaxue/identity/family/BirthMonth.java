package org.jiaxue.identity.family;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jiaxue.web.Problem;

/** Reads a child's birth month and says what may be one. */
final class BirthMonth {

    /** How far ahead a birth can be expected. */
    static final int MOST_MONTHS_AHEAD = 10;

    /** How old a child can be whose family still learns here. */
    static final int MOST_YEARS = 19;

    private BirthMonth() {}

    /** Reads four digits of a year and one or two of a month; empty for anything else. */
    static Optional<YearMonth> read(String year, String month) {
        if (!year.matches("[0-9]{4}") || !month.matches("[0-9]{1,2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    static boolean possible(YearMonth month, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        return !month.isAfter(now.plusMonths(MOST_MONTHS_AHEAD))
                && !month.isBefore(now.minusYears(MOST_YEARS));
    }

    static Problem impossible() {
        return Problem.unprocessable("identity.problem.birth-month", MOST_MONTHS_AHEAD, MOST_YEARS);
    }
}
