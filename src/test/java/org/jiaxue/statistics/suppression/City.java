package org.jiaxue.statistics.suppression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;

/**
 * An invented city: counties A, B, … with streets Aa, Ab, …, decided level by level as the product
 * does. The city itself has no name.
 */
final class City {

    private static final int[] SIZES = {0, 3, 8, 12, 25, 40, 70};

    private final List<Period> periods;
    private final Map<String, List<String>> below = new TreeMap<>();
    private final Map<String, Integer> groups = new TreeMap<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final Map<String, Publication> decided = new HashMap<>();

    /** A family's lessons in one week. */
    private record Lesson(String street, int guardian, Period week, int count) {}

    City(Random random, int counties, List<Period> periods) {
        this.periods = periods;
        for (int county = 0; county < counties; county++) {
            String name = "" + (char) ('A' + county);
            below.computeIfAbsent("", _ -> new ArrayList<>()).add(name);
            for (int street = 0; street < 1 + random.nextInt(5); street++) {
                settle(random, name + (char) ('a' + street));
            }
        }
    }

    private void settle(Random random, String street) {
        below.computeIfAbsent(street.substring(0, 1), _ -> new ArrayList<>()).add(street);
        int size = SIZES[random.nextInt(SIZES.length)] + random.nextInt(3);
        groups.put(street, size);
        double busy = random.nextDouble();
        for (Period week : periods) {
            double season = 0.4 + random.nextDouble();
            for (int guardian = 0; week.unit() == Unit.WEEK && guardian < size; guardian++) {
                if (random.nextDouble() < busy * season) {
                    lessons.add(new Lesson(street, guardian, week, 1 + random.nextInt(3)));
                }
            }
        }
    }

    /** Every division but the streets, with what lies right below it. */
    Map<String, List<String>> below() {
        return below;
    }

    /** A division's row, decided beside its siblings. */
    Row row(String name, Measure measure) {
        return (name.isEmpty() ? whole(measure) : family(above(name), measure)).row(name);
    }

    private Publication whole(Measure measure) {
        String key = "whole/" + measure;
        if (!decided.containsKey(key)) {
            Publication.Draft draft = new Publication.Draft(periods);
            if (measure.heads()) {
                draft.open("", counted("", measure));
            } else {
                draft.open("", counted("", measure), whole(Measure.GUARDIANS).row(""));
            }
            decided.put(key, draft.decide(measure.heads()));
        }
        return decided.getOrDefault(key, new Publication(periods, Map.of(), Set.of()));
    }

    private Publication family(String name, Measure measure) {
        String key = name + "/" + measure;
        if (!decided.containsKey(key)) {
            Publication.Draft draft = new Publication.Draft(periods);
            draft.above(name, row(name, measure));
            List<String> parts = below.getOrDefault(name, List.of());
            for (String part : parts) {
                if (measure.heads()) {
                    draft.open(part, counted(part, measure));
                } else {
                    Row learned = family(name, Measure.GUARDIANS).row(part);
                    draft.open(part, counted(part, measure), learned);
                }
            }
            draft.relate(name, parts, true);
            decided.put(key, draft.decide(measure.heads()));
        }
        return decided.getOrDefault(key, new Publication(periods, Map.of(), Set.of()));
    }

    private static String above(String name) {
        return name.substring(0, name.length() - 1);
    }

    private Row counted(String name, Measure measure) {
        return new Row(
                periods.stream().map(period -> cell(name, period, measure)).toList(),
                Collections.nCopies(periods.size(), Mark.OPEN));
    }

    private Cell cell(String name, Period period, Measure measure) {
        long behind = guardians(name, period).size();
        long told =
                lessons.stream()
                        .filter(one -> one.street().startsWith(name) && period.holds(one.week()))
                        .mapToLong(Lesson::count)
                        .sum();
        int unit = name.isEmpty() ? 1_000 : 1 + Math.floorMod(name.hashCode(), 999);
        return new Cell(unit, measure.heads() ? behind : told, behind, group(Set.of(name)));
    }

    /** How many live in these divisions, each counted once. */
    long group(Collection<String> names) {
        return groups.entrySet().stream()
                .filter(one -> names.stream().anyMatch(one.getKey()::startsWith))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The families who learned in a division. */
    Set<String> guardians(String name, Period period) {
        Set<String> found = new HashSet<>();
        for (Lesson lesson : lessons) {
            if (lesson.street().startsWith(name) && period.holds(lesson.week())) {
                found.add(lesson.street() + "/" + lesson.guardian());
            }
        }
        return found;
    }
}
