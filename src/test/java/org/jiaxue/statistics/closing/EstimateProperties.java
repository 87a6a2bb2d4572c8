package org.jiaxue.statistics.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.closing.FigureStore.Kept;
import org.jiaxue.statistics.rollup.Count;
import org.jiaxue.statistics.suppression.Mark;

/**
 * Places so large that their guardians are estimated, every level by itself, so that totals are not
 * the sums of their parts nor months within their weeks. Those who are missing are few in some.
 */
class EstimateProperties {

    private static final long LEAST = 10;
    private static final Period MONTH = Period.of(YearMonth.of(2025, 10));
    private static final double ERROR = 0.016;
    private static final double UTMOST = 1.024;

    private record Key(String part, Period period) {}

    @Property(tries = 40)
    void no_estimate_is_shown_where_few_are_behind_or_missing(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Long> living = new HashMap<>();
        Map<Key, Long> learned = new HashMap<>();
        for (int town = 1; town <= 2 + random.nextInt(4); town++) {
            String township = "33010100" + town;
            long size = random.nextInt(5) == 0 ? 15 + random.nextInt(40) : 18_000 + town * 977;
            living.put(township, size);
            List<Period> periods = new ArrayList<>(MONTH.weeks());
            periods.add(MONTH);
            for (Period period : periods) {
                long missing = random.nextBoolean() ? random.nextInt(12) : size / 3;
                for (int digits : new int[] {2, 4, 6, 9, 12}) {
                    String part = township.substring(0, Math.min(digits, township.length()));
                    learned.merge(new Key(digits + "/" + part, period), size - missing, Long::sum);
                }
            }
        }
        for (Kept kept : publish(random, living, learned)) {
            String key = kept.part().length() + "/" + kept.part();
            long truth = learned.getOrDefault(new Key(key, kept.period()), 0L);
            if (kept.mark() == Mark.SHOWN && !kept.part().endsWith("-")) {
                assertThat(truth).isGreaterThanOrEqualTo(LEAST);
                assertThat(kept.residents() - truth).as("%s", kept).isGreaterThanOrEqualTo(LEAST);
            }
            assertThat(kept.mark()).isNotIn(Mark.OPEN, Mark.FOLLOWS);
        }
    }

    private static List<Kept> publish(
            Random random, Map<String, Long> living, Map<Key, Long> learned) {
        List<Kept> published = new ArrayList<>();
        for (Period week : MONTH.weeks()) {
            boolean last = week.to().equals(MONTH.to());
            List<Period> periods = last ? new ArrayList<>(MONTH.weeks()) : List.of(week);
            if (last) {
                periods.add(MONTH);
            }
            Set<Period> ending = last ? Set.of(week, MONTH) : Set.of(week);
            Counted counted = new Counted(periods, ending, living);
            learned.forEach((key, truth) -> {
                if (ending.contains(key.period())) {
                    counted.add(Measure.GUARDIANS, key.period(), count(random, key, truth));
                    counted.add(Measure.LESSONS, key.period(), count(random, key, truth));
                }
            });
            counted.add(published);
            published.addAll(new Publisher(counted).publish());
        }
        return published.stream().filter(it -> it.measure() == Measure.GUARDIANS).toList();
    }

    /** Exact where few learned; else off by as much as 95 of 100 estimates are at most. */
    private static Count count(Random random, Key key, long truth) {
        int digits = Integer.parseInt(key.part().substring(0, key.part().indexOf('/')));
        String part = key.part().substring(key.part().indexOf('/') + 1);
        if (truth <= 16_384) {
            return new Count(digits, part, "", 3 * truth, truth, truth);
        }
        long guess = Math.round(truth * (1 + ERROR * (2 * random.nextDouble() - 1)));
        return new Count(digits, part, "", 3 * truth, guess, Math.round(guess * UTMOST));
    }
}
