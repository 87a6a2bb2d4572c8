package org.jiaxue.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A school term: autumn from 1 September to the end of January, spring from February to the end of
 * August.
 *
 * @param year the year in which it begins
 */
public record Term(int year, Half half) {

    private static final Pattern CODE = Pattern.compile("([12][0-9]{3})-(autumn|spring)");

    /** Which half of a school year, and how many calendar months it has. */
    public enum Half {
        AUTUMN(Month.SEPTEMBER, 5),
        SPRING(Month.FEBRUARY, 7);

        private final Month begins;
        private final int months;

        Half(Month begins, int months) {
            this.begins = begins;
            this.months = months;
        }
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

    /** The term that a code such as {@code 2026-autumn} names; empty for anything else. */
    public static Optional<Term> ofCode(String code) {
        Matcher read = CODE.matcher(code);
        return read.matches()
                ? Optional.of(
                        new Term(
                                Integer.parseInt(read.group(1)),
                                Half.valueOf(read.group(2).toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** Its name in addresses, files and tables, for instance {@code 2026-autumn}. */
    public String code() {
        return year + "-" + half.name().toLowerCase(Locale.ROOT);
    }

    /** Its first day. */
    public LocalDate first() {
        return LocalDate.of(year, half.begins, 1);
    }

    /** Its last day, which belongs to it. */
    public LocalDate last() {
        return first().plusMonths(half.months).minusDays(1);
    }

    /** Its calendar months, in order. */
    public List<YearMonth> months() {
        return Stream.iterate(YearMonth.from(first()), month -> month.plusMonths(1))
                .limit(half.months)
                .toList();
    }

    public Term after() {
        return of(last().plusDays(1));
    }

    public Term before() {
        return of(first().minusDays(1));
    }
}
