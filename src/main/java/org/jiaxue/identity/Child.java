package org.jiaxue.identity;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A child as a guardian names it: a birth month and a school stage, never a name or a number. */
public record Child(UUID id, YearMonth birthMonth, Stage stage) {

    /** Whole months of age on a day; negative before the birth month. */
    public int monthsOn(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(birthMonth, YearMonth.from(day));
    }
}
