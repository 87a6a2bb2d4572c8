package org.jiaxue.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.web.Term;

/**
 * A week, month or term of figures. Months and terms are made of whole weeks, each of which belongs
 * where its Thursday lies (the rule by which ISO 8601 gives a week to a year), so that no figure
 * for a few days is left over between them.
 *
 * @param from its first day, a Monday
 * @param to its last day, a Sunday
 */
public record Period(Unit unit, LocalDate from, LocalDate to) {

    private static final int TO_THURSDAY = 3;
    private static final int WAIT_DAYS = 3;

    /** The week in which a day lies. */
    public static Period weekOf(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(Unit.WEEK, monday, monday.plusDays(6));
    }

    /** The weeks whose Thursday lies in a month, as one. */
    public static Period of(YearMonth month) {
        return new Period(Unit.MONTH, opening(month), opening(month.plusMonths(1)).minusDays(1));
    }

    /** The weeks whose Thursday lies in a term, as one. */
    public static Period of(Term term) {
        List<YearMonth> months = term.months();
        return new Period(Unit.TERM, of(months.getFirst()).from(), of(months.getLast()).to());
    }

    private static LocalDate opening(YearMonth month) {
        return month.atDay(1)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY))
                .minusDays(TO_THURSDAY);
    }

    /** The calendar month after which a month is named, or in which a week's Thursday lies. */
    public YearMonth month() {
        return YearMonth.from(from.plusDays(TO_THURSDAY));
    }

    public Term term() {
        return Term.of(from.plusDays(TO_THURSDAY));
    }

    /**
     * The day from which its figures are shown. Until then lessons that were played offline are
     * told, and certificates withdrawn; what comes later counts nowhere.
     */
    public LocalDate closes() {
        return to.plusDays(1 + WAIT_DAYS);
    }

    /** Whether the day has come from which its figures are shown. */
    public boolean due(LocalDate today) {
        return !today.isBefore(closes());
    }

    /** The Monday of its last week. */
    public LocalDate lastWeek() {
        return to.minusDays(6);
    }

    /** The week after a week. */
    public Period next() {
        return weekOf(to.plusDays(1));
    }

    public boolean holds(Period shorter) {
        return !shorter.from.isBefore(from) && !shorter.to.isAfter(to);
    }

    /** Its weeks in order. */
    public List<Period> weeks() {
        return Stream.iterate(
                        weekOf(from),
                        week -> !week.from.isAfter(to),
                        week -> weekOf(week.to.plusDays(1)))
                .toList();
    }
}
