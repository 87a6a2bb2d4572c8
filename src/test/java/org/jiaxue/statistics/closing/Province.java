package org.jiaxue.statistics.closing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiaxue.identity.Stage;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.statistics.closing.FigureStore.Kept;
import org.jiaxue.statistics.rollup.Count;

/**
 * An invented province whose every family is known: two cities, their counties and townships, and a
 * month of lessons for children of a few stages, closed week by week as the product does.
 */
final class Province {

    private static final String CODE = "33";
    private static final int[] SIZES = {0, 3, 8, 12, 25, 40, 70};
    private static final int[] DIGITS = {2, 4, 6, 9, 12};
    private static final int COUNTY = 6;
    private static final double OTHER_CHILD = 0.1;

    private final Period month;
    private final List<String> stages;
    private final Map<String, Integer> living = new TreeMap<>();
    private final List<Lesson> lessons = new ArrayList<>();

    /** A family's lessons of one stage in one week. */
    private record Lesson(String township, int guardian, String stage, Period week, int count) {

        String family() {
            return township + "/" + guardian;
        }
    }

    Province(Random random, Period month) {
        this.month = month;
        this.stages =
                random.ints(0, Stage.values().length)
                        .distinct()
                        .limit(2 + random.nextInt(2))
                        .mapToObj(it -> Stage.values()[it].slug())
                        .toList();
        for (int city = 1; city <= 2; city++) {
            for (int county = 1; county <= 1 + random.nextInt(3); county++) {
                for (int town = 1; town <= 1 + random.nextInt(3); town++) {
                    settle(random, "%s%02d%02d%03d".formatted(CODE, city, county, town));
                }
            }
        }
    }

    private void settle(Random random, String township) {
        int size = SIZES[random.nextInt(SIZES.length)] + random.nextInt(3);
        living.put(township, size);
        double busy = random.nextDouble();
        for (Period week : month.weeks()) {
            double season = 0.4 + random.nextDouble();
            for (int guardian = 0; guardian < size; guardian++) {
                if (random.nextDouble() < busy * season) {
                    String stage = stageOf(random, township.hashCode() + guardian);
                    int count = 1 + random.nextInt(3);
                    lessons.add(new Lesson(township, guardian, stage, week, count));
                }
            }
        }
    }

    /** Mostly that of the family's child; now and then that of a second one. */
    private String stageOf(Random random, int family) {
        boolean other = random.nextDouble() < OTHER_CHILD;
        return stages.get(
                other ? random.nextInt(stages.size()) : Math.floorMod(family, stages.size()));
    }

    /** Everything that is published of the month and its weeks. */
    List<Kept> publish() {
        List<Kept> published = new ArrayList<>();
        List<Period> weeks = month.weeks();
        for (Period week : weeks) {
            boolean last = week.to().equals(month.to());
            List<Period> periods = last ? withMonth(weeks) : List.of(week);
            Set<Period> ending = last ? Set.of(week, month) : Set.of(week);
            Counted counted = new Counted(periods, ending, residents());
            for (Period period : ending) {
                counted.add(Measure.GUARDIANS, period, counts(period));
                counted.add(Measure.LESSONS, period, counts(period));
            }
            counted.add(published.stream().filter(one -> periods.contains(one.period())).toList());
            published.addAll(new Publisher(counted).publish());
        }
        return published;
    }

    private List<Period> withMonth(List<Period> weeks) {
        List<Period> all = new ArrayList<>(weeks);
        all.add(month);
        return all;
    }

    private Map<String, Long> residents() {
        return living.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, one -> (long) one.getValue()));
    }

    private List<Count> counts(Period period) {
        List<Count> counts = new ArrayList<>();
        for (int digits : DIGITS) {
            Set<String> parts = new TreeSet<>();
            living.keySet().forEach(it -> parts.add(it.substring(0, Math.min(9, digits))));
            for (String part : parts) {
                count(counts, digits, part, "", period);
                if (digits <= COUNTY) {
                    stages.forEach(stage -> count(counts, digits, part, stage, period));
                }
            }
        }
        return counts;
    }

    private void count(List<Count> counts, int digits, String part, String stage, Period period) {
        long told = during(part, stage, period).stream().mapToLong(Lesson::count).sum();
        if (told > 0) {
            counts.add(new Count(digits, part, stage, told, families(part, stage, period).size()));
        }
    }

    private List<Lesson> during(String part, String stage, Period period) {
        return lessons.stream()
                .filter(one -> one.township().startsWith(part))
                .filter(one -> stage.isEmpty() || one.stage().equals(stage))
                .filter(one -> period.holds(one.week()) || period.equals(one.week()))
                .toList();
    }

    /** The families who learned somewhere, for a stage or (empty) for any. */
    Set<String> families(String part, String stage, Period period) {
        return during(part, stage, period).stream()
                .map(Lesson::family)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** How many families live in these divisions, each counted once. */
    long group(Collection<String> parts) {
        return living.entrySet().stream()
                .filter(one -> parts.stream().anyMatch(one.getKey()::startsWith))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Whether a period is a week. */
    static boolean week(Period period) {
        return period.unit() == Unit.WEEK;
    }
}
