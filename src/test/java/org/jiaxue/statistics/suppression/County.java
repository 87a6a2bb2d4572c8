package org.jiaxue.statistics.suppression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.web.Term;

/**
 * An invented county: who lives in which street, and how many lessons each family completed in each
 * week. The county itself is street 0.
 */
record County(Map<Integer, Integer> groups, List<Lesson> lessons, List<Period> periods) {

    /** A family's lessons in one week. */
    record Lesson(int street, int guardian, Period week, int count) {}

    static County of(Random random, int streets, List<Period> periods) {
        Map<Integer, Integer> groups = new TreeMap<>();
        List<Double> busy = new ArrayList<>();
        int[] sizes = {0, 3, 12, 25, 40, 70};
        for (int street = 1; street <= streets; street++) {
            groups.put(street, sizes[random.nextInt(sizes.length)] + random.nextInt(3));
            busy.add(random.nextDouble());
        }
        return of(random, groups, busy, periods);
    }

    static County of(
            Random random, Map<Integer, Integer> groups, List<Double> busy, List<Period> periods) {
        List<Lesson> lessons = new ArrayList<>();
        for (Period week : periods) {
            if (week.unit() != Unit.WEEK) {
                continue;
            }
            double season = 0.4 + random.nextDouble();
            groups.forEach((street, size) -> {
                for (int guardian = 0; guardian < size; guardian++) {
                    if (random.nextDouble() < busy.get(street - 1) * season) {
                        lessons.add(new Lesson(street, guardian, week, 1 + random.nextInt(3)));
                    }
                }
            });
        }
        return new County(groups, lessons, periods);
    }

    /** The periods of a term that are over on a day, shorter ones first. */
    static List<Period> periods(Term term, LocalDate today) {
        Period whole = Period.of(term);
        List<Period> all = new ArrayList<>(whole.weeks());
        term.months().forEach(month -> all.add(Period.of(month)));
        all.add(whole);
        return all.stream().filter(period -> period.to().isBefore(today)).toList();
    }

    County during(List<Period> some) {
        return new County(groups, lessons, some);
    }

    /** The county decided by itself, then its streets, as the product does. */
    Publication publish(Measure measure) {
        Publication.Draft draft = new Publication.Draft(periods);
        draft.above("0", whole(measure).row("0"));
        List<String> streets = groups.keySet().stream().map(String::valueOf).toList();
        for (int street : groups.keySet()) {
            if (measure.heads()) {
                draft.open("" + street, row(street, measure));
            } else {
                Publication learned = publish(Measure.GUARDIANS);
                draft.open("" + street, row(street, measure), learned.row("" + street));
            }
        }
        draft.relate("0", streets, true);
        return draft.decide(measure.heads());
    }

    private Publication whole(Measure measure) {
        Publication.Draft draft = new Publication.Draft(periods);
        if (measure.heads()) {
            draft.open("0", row(0, measure));
        } else {
            draft.open("0", row(0, measure), whole(Measure.GUARDIANS).row("0"));
        }
        return draft.decide(measure.heads());
    }

    long group(int street) {
        return street == 0
                ? groups.values().stream().mapToInt(Integer::intValue).sum()
                : groups.getOrDefault(street, 0);
    }

    /** How many live where a union of figures was counted, each street once. */
    long group(Collection<Reader.Place> places) {
        Set<Integer> streets = new HashSet<>();
        places.forEach(place -> streets.add(place.street()));
        return streets.contains(0) ? group(0) : streets.stream().mapToLong(this::group).sum();
    }

    private Row row(int street, Measure measure) {
        return new Row(
                periods.stream().map(period -> cell(street, period, measure)).toList(),
                Collections.nCopies(periods.size(), Mark.OPEN));
    }

    private Cell cell(int street, Period period, Measure measure) {
        long behind = guardians(street, period).size();
        long value = measure.heads() ? behind : lessonsIn(street, period);
        return new Cell(street == 0 ? 1_000 : street, value, behind, group(street));
    }

    private long lessonsIn(int street, Period period) {
        return lessons.stream()
                .filter(lesson -> in(lesson, street, period))
                .mapToInt(Lesson::count)
                .sum();
    }

    private Set<String> guardians(int street, Period period) {
        Set<String> found = new HashSet<>();
        for (Lesson lesson : lessons) {
            if (in(lesson, street, period)) {
                found.add(lesson.street() + "/" + lesson.guardian());
            }
        }
        return found;
    }

    /** The different families behind a union of figures. */
    Set<String> guardians(Collection<Reader.Place> places, Measure measure) {
        Set<String> found = new HashSet<>();
        places.forEach(place -> found.addAll(guardians(place.street(), place.period())));
        return found;
    }

    private static boolean in(Lesson lesson, int street, Period period) {
        return (street == 0 || street == lesson.street()) && period.holds(lesson.week());
    }
}
