package org.jiaxue.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Reads a child's birth month and says what may be one. */
final class BirthMonth {

    /** How far ahead a birth can be expected. */
    static final int MOST_MONTHS_AHEAD = 10;

    /** How old a child can be whose family still learns here. */
    static final int MOST_YEARS = 19;

    private BirthMonth() {}

    /** Reads {@code 2019-04}, {@code 2019/4} or {@code 201904}; empty for anything else. */
    static Optional<YearMonth> read(String text) {
        java.util.regex.Matcher parts =
                java.util.regex.Pattern.compile("(\\d{4})(?:\\s*[-/.年]\\s*)?(\\d{1,2})\\s*月?")
                        .matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    YearMonth.of(
                            Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    static boolean possible(YearMonth month, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        return !month.isAfter(now.plusMonths(MOST_MONTHS_AHEAD))
                && !month.isBefore(now.minusYears(MOST_YEARS));
    }
}
