package org.jiaxue.licences.scheme;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.web.Term;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** How long the sums of a scheme run before they begin anew. */
public enum Period {
    EVER,
    /** From 1 September to 31 August. */
    SCHOOL_YEAR,
    TERM;

    /** The code of the one period of a scheme without periods. */
    public static final String ALWAYS = "ever";

    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})-([12][0-9]{3})");

    /** The name in files, for instance {@code school-year}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Period> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    /**
     * The code of the period that a day is in: {@code ever}, {@code 2026-2027}, {@code
     * 2026-autumn}.
     */
    public String codeOf(LocalDate day) {
        return switch (this) {
            case EVER -> ALWAYS;
            case SCHOOL_YEAR -> schoolYear(day);
            case TERM -> Term.of(day).code();
        };
    }

    private static String schoolYear(LocalDate day) {
        int begins = day.getYear() - (day.getMonthValue() < Month.SEPTEMBER.getValue() ? 1 : 0);
        return begins + "-" + (begins + 1);
    }

    /** What the period of a code is called; null for the one that never ends. */
    public static @Nullable Words words(String code) {
        Matcher year = YEAR.matcher(code);
        if (year.matches()) {
            String years = year.group(1) + "–" + year.group(2);
            return new Words(years + " 学年", "School year " + years);
        }
        return Term.ofCode(code).map(Period::words).orElse(null);
    }

    private static Words words(Term term) {
        return switch (term.half()) {
            case AUTUMN -> new Words(term.year() + " 年秋季学期", "Autumn term " + term.year());
            case SPRING -> new Words(term.year() + " 年春季学期", "Spring term " + term.year());
        };
    }
}
