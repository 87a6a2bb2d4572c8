package org.jiaxue.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A region and a period that somebody asks for. */
record Reading(String division, Measure measure, By by, Unit unit, LocalDate from, LocalDate to) {

    private static final int SOME = 2_000;

    /** Any region and period of the last two years, as they come. */
    static List<Reading> some(
            Random random, List<String> above, List<String> townships, LocalDate before) {
        List<Reading> readings = new ArrayList<>();
        while (readings.size() < SOME) {
            List<String> places = random.nextInt(4) == 0 ? townships : above;
            String division = places.get(random.nextInt(places.size()));
            Measure measure = Measure.OF_PEOPLE.get(random.nextInt(Measure.OF_PEOPLE.size()));
            By by = List.of(By.DIVISION, By.STAGE, By.PERIOD).get(random.nextInt(3));
            Unit unit = Unit.values()[random.nextInt(Unit.values().length)];
            List<Period> periods = periods(random, unit, before);
            if (measure.has(by, division.length())) {
                readings.add(
                        new Reading(
                                division,
                                measure,
                                by,
                                unit,
                                periods.getFirst().from(),
                                periods.getLast().to()));
            }
        }
        return readings;
    }

    /** Up to twelve of a kind, one after the other. */
    private static List<Period> periods(Random random, Unit unit, LocalDate before) {
        LocalDate day = before.minusDays(random.nextInt(300, 500));
        return Stream.iterate(of(unit, day), it -> of(unit, it.to().plusDays(1)))
                .limit(1 + random.nextInt(12))
                .takeWhile(it -> it.to().isBefore(before))
                .toList();
    }

    private static Period of(Unit unit, LocalDate day) {
        Period week = Period.weekOf(day);
        return switch (unit) {
            case WEEK -> week;
            case MONTH -> Period.of(week.month());
            case TERM -> Period.of(week.term());
        };
    }

    String api() {
        return "/api/v1/statistics?division=%s&measure=%s&by=%s&unit=%s&from=%s&to=%s"
                .formatted(division, measure.slug(), by.slug(), unit.slug(), from, to);
    }

    /** The page shows a term at a time. */
    String page() {
        return "/console/statistics?division=%s&measure=%s&by=%s&time=%s"
                .formatted(division, measure.slug(), by.slug(), Period.weekOf(from).term().code());
    }
}
