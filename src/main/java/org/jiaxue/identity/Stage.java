package org.jiaxue.identity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The six stages of family education, from before birth to senior high school. */
public enum Stage {
    MARRIAGE,
    INFANT,
    KINDERGARTEN,
    PRIMARY,
    JUNIOR,
    SENIOR;

    private static final int SCHOOL_YEAR_BEGINS = 9;
    private static final int FROM_KINDERGARTEN = 3;
    private static final int FROM_PRIMARY = 6;
    private static final int FROM_JUNIOR = 12;
    private static final int FROM_SENIOR = 15;

    private static final Map<String, Stage> BY_SLUG =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Stage::slug, Function.identity()));

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** The stage's name in addresses and data files, for instance {@code primary}. */
    public String slug() {
        return slug;
    }

    /** The key of the message that names the stage, in words that stand by themselves. */
    public String key() {
        return "identity.stage." + slug();
    }

    /**
     * The stage that a child of this birth month is most likely in on a day. A school year begins
     * on 1 September; who has turned three by 31 August before it is of kindergarten age, who has
     * turned six is in primary school, twelve in junior and fifteen in senior high school.
     */
    public static Stage suggest(YearMonth birthMonth, LocalDate today) {
        if (birthMonth.isAfter(YearMonth.from(today))) {
            return MARRIAGE;
        }
        int started =
                today.getMonthValue() >= SCHOOL_YEAR_BEGINS ? today.getYear() : today.getYear() - 1;
        int years =
                (int)
                        birthMonth.until(
                                YearMonth.of(started, SCHOOL_YEAR_BEGINS - 1), ChronoUnit.YEARS);
        if (years < FROM_KINDERGARTEN) {
            return INFANT;
        }
        if (years < FROM_PRIMARY) {
            return KINDERGARTEN;
        }
        if (years < FROM_JUNIOR) {
            return PRIMARY;
        }
        return years < FROM_SENIOR ? JUNIOR : SENIOR;
    }

    public static Optional<Stage> ofSlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }
}
