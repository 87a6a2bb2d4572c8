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

    /**
     * The stage on a day that is not long ago or ahead: the one that a guardian named, else the one
     * that the birth month suggests for that day.
     *
     * @param today the day of which {@link #stage()} tells
     */
    public Stage stageOn(LocalDate day, LocalDate today) {
        return stage == Stage.suggest(birthMonth, today) ? Stage.suggest(birthMonth, day) : stage;
    }
}
