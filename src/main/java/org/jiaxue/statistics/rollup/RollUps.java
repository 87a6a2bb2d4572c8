package org.jiaxue.statistics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the roll-ups come to. */
@Component
public class RollUps {

    private final DayStore days;

    RollUps(DayStore days) {
        this.days = days;
    }

    /** Takes counts of a measure in a period. */
    public interface Taker {
        void take(Measure measure, Period period, Count count);
    }

    private record Tallied(Measure measure, Period period, Tally tally) {

        boolean holds(Day day) {
            return !day.day().isBefore(period.from())
                    && !day.day().isAfter(period.to())
                    && measure.kinds().contains(day.kind());
        }
    }

    /**
     * Counts a province in periods that overlap, in one pass: every measure of guardians, by parts
     * of every level, over all stages and by stage.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(String province, Collection<Period> periods, Taker taker) {
        List<Tallied> all = new ArrayList<>();
        for (Period period : periods) {
            for (Measure measure : Measure.OF_PEOPLE) {
                Tally tally = new Tally(count -> taker.take(measure, period, count));
                all.add(new Tallied(measure, period, tally));
            }
        }
        LocalDate from = periods.stream().map(Period::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate to = periods.stream().map(Period::to).max(LocalDate::compareTo).orElseThrow();
        days.read(
                province,
                from,
                to,
                (day, sum) -> {
                    for (Tallied one : all) {
                        if (one.holds(day)) {
                            one.tally()
                                    .add(day.division(), day.stage(), sum.facts(), sum.guardians());
                        }
                    }
                });
        all.forEach(one -> one.tally().end());
    }

    /** The provinces of which there is anything, in order of code. */
    public List<String> provinces() {
        return days.divisions().stream()
                .map(code -> code.substring(0, Level.PROVINCE.digits()))
                .distinct()
                .toList();
    }

    /** Forgets the days before one. */
    public void forget(LocalDate before) {
        days.divisions().forEach(division -> days.forget(division, before));
    }

    /** The first day of which there is anything. */
    public Optional<LocalDate> first() {
        return days.first();
    }
}
