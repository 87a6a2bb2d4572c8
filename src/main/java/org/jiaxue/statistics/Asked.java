package org.jiaxue.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.regions.Regions;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a page or a program asks for, and refuses what cannot be read (400) and what there are
 * no figures for (422).
 */
public final class Asked {

    /** The weeks shown to one who asks for no time. */
    public static final int WEEKS = 12;

    private static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private Asked() {}

    public static Division division(Regions regions, String code) {
        return regions.find(code).orElseThrow(() -> refusal("statistics.problem.division"));
    }

    public static Measure measure(String slug) {
        return Measure.ofSlug(slug).orElseThrow(() -> unreadable("statistics.problem.measure"));
    }

    public static By by(String slug) {
        return By.ofSlug(slug).orElseThrow(() -> unreadable("statistics.problem.by"));
    }

    public static PlatformKind platform(String slug) {
        return Arrays.stream(PlatformKind.values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> unreadable("statistics.problem.platform"));
    }

    /** Refuses a question of which there are no figures. */
    public static Question answerable(Question question) {
        Measure measure = question.measure();
        By by = question.by();
        int digits = question.division().length();
        if (by == By.STAGE && !measure.has(by, Level.PROVINCE.digits())) {
            throw refusal("statistics.problem.no-stage");
        }
        if (by == By.STAGE && !measure.has(by, digits)) {
            throw refusal("statistics.problem.stage-too-fine");
        }
        boolean platform = by == By.PLATFORM || question.platform() != null;
        if (platform && measure != Measure.SCHOOLS) {
            throw refusal("statistics.problem.no-platform");
        }
        if (by == By.PLATFORM && question.platform() != null) {
            throw refusal("statistics.problem.platform-twice");
        }
        if (measure == Measure.SCHOOLS && digits > Level.COUNTY.digits()) {
            throw refusal("statistics.problem.schools-too-fine");
        }
        return question;
    }

    /**
     * The periods between two days. Without a unit: weeks if the days are a Monday and a Sunday,
     * else terms or months if they begin and end one. A month or term is named by its calendar days
     * or by those of its whole weeks.
     */
    public static List<Period> periods(String from, String to, @Nullable Unit unit) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        if (first.isAfter(last)) {
            throw refusal("statistics.problem.backwards");
        }
        if (first.plusWeeks(Question.MOST_WEEKS).isBefore(last.plusDays(1))) {
            throw refusal("statistics.problem.too-long", Question.MOST_WEEKS);
        }
        List<Unit> candidates =
                unit == null ? List.of(Unit.WEEK, Unit.TERM, Unit.MONTH) : List.of(unit);
        return candidates.stream()
                .flatMap(one -> whole(one, first, last).stream())
                .findFirst()
                .orElseThrow(() -> refusal("statistics.problem.not-whole"));
    }

    public static Unit unit(String slug) {
        return Unit.ofSlug(slug).orElseThrow(() -> unreadable("statistics.problem.unit"));
    }

    private static Optional<List<Period>> whole(Unit unit, LocalDate first, LocalDate last) {
        if (unit == Unit.WEEK) {
            boolean whole =
                    first.getDayOfWeek() == DayOfWeek.MONDAY
                            && last.getDayOfWeek() == DayOfWeek.SUNDAY;
            return whole ? Optional.of(new Period(unit, first, last).weeks()) : Optional.empty();
        }
        Optional<YearMonth> opening = opening(first);
        Optional<YearMonth> closing = closing(last);
        if (opening.isEmpty() || closing.isEmpty() || opening.get().isAfter(closing.get())) {
            return Optional.empty();
        }
        return unit == Unit.MONTH
                ? Optional.of(months(opening.get(), closing.get()))
                : terms(opening.get(), closing.get());
    }

    private static Optional<YearMonth> opening(LocalDate day) {
        YearMonth byWeek = Period.weekOf(day).month();
        if (day.getDayOfMonth() == 1) {
            return Optional.of(YearMonth.from(day));
        }
        return day.equals(Period.of(byWeek).from()) ? Optional.of(byWeek) : Optional.empty();
    }

    private static Optional<YearMonth> closing(LocalDate day) {
        YearMonth byWeek = Period.weekOf(day).month();
        if (day.equals(YearMonth.from(day).atEndOfMonth())) {
            return Optional.of(YearMonth.from(day));
        }
        return day.equals(Period.of(byWeek).to()) ? Optional.of(byWeek) : Optional.empty();
    }

    private static List<Period> months(YearMonth opening, YearMonth closing) {
        return Stream.iterate(
                        opening, month -> !month.isAfter(closing), month -> month.plusMonths(1))
                .map(Period::of)
                .toList();
    }

    private static Optional<List<Period>> terms(YearMonth opening, YearMonth closing) {
        Term first = Term.of(opening.atDay(1));
        Term last = Term.of(closing.atDay(1));
        if (!opening.equals(first.months().getFirst())
                || !closing.equals(last.months().getLast())) {
            return Optional.empty();
        }
        List<Period> terms = new ArrayList<>();
        for (Term term = first; !term.equals(last); term = term.after()) {
            terms.add(Period.of(term));
        }
        terms.add(Period.of(last));
        return Optional.of(terms);
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw unreadable("statistics.problem.far");
            }
            return day;
        } catch (DateTimeParseException unreadable) {
            throw unreadable("statistics.problem.day");
        }
    }

    private static Refusal unreadable(String key) {
        return new Refusal(Problem.badRequest(key));
    }

    private static Refusal refusal(String key, Object... args) {
        return new Refusal(Problem.unprocessable(key, args));
    }
}
