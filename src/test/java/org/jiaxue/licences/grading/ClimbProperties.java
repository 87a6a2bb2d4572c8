package org.jiaxue.licences.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiaxue.learning.EventKind;
import org.jiaxue.licences.grading.Climb.Reach;
import org.jiaxue.licences.grading.Climb.Rise;
import org.jiaxue.licences.grading.Climb.Step;
import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.licences.scheme.ShippedSchemes;
import org.jiaxue.licences.scheme.Standing;
import org.jiaxue.licences.scheme.Sums;

/** How levels are reached, over random entries, orders and batches, by the schemes that ship. */
class ClimbProperties {

    @Property(tries = 300)
    void the_levels_reached_do_not_depend_on_the_order_of_entries(
            @ForAll("schemes") Scheme scheme,
            @ForAll("entries") List<Step> entries,
            @ForAll long seed) {
        assertThat(climb(scheme, entries, seed, 4)).isEqualTo(climb(scheme, entries, seed + 1, 9));
    }

    @Property(tries = 300)
    void a_level_reached_is_never_lost_and_no_sum_ever_falls(
            @ForAll("schemes") Scheme scheme, @ForAll("entriesAndCorrections") List<Step> entries) {
        Standing now = Standing.ZERO;
        for (Step step : entries) {
            Standing before = now;
            now = now.plus(Climb.rise(List.of(step)).sums());
            Standing after = now;
            assertThat(before.sums())
                    .allSatisfy(
                            (name, sum) -> assertThat(after.of(name)).isGreaterThanOrEqualTo(sum));
            assertThat(scheme.reached(now)).isGreaterThanOrEqualTo(scheme.reached(before));
        }
    }

    @Property(tries = 300)
    void what_a_correction_would_take_is_kept(@ForAll("entriesAndCorrections") List<Step> entries) {
        Rise rise = Climb.rise(entries);

        int all = entries.stream().mapToInt(Step::points).sum();
        assertThat(rise.sums()).containsEntry(Sums.POINTS, Math.max(0, all));
        assertThat(rise.kept()).containsEntry(Sums.POINTS, Math.max(0, -all));
        assertThat(rise.sums().values()).allMatch(it -> it >= 0);
        assertThat(rise.kept().values()).allMatch(it -> it >= 0);
    }

    @Property(tries = 300)
    void every_level_up_to_the_highest_is_reached_once_by_an_entry_of_the_batch(
            @ForAll("schemes") Scheme scheme, @ForAll("entriesAndCorrections") List<Step> entries) {
        List<Reach> reached = Climb.reached(scheme, Standing.ZERO, entries);

        int top = scheme.reached(Standing.ZERO.plus(Climb.rise(entries).sums()));
        assertThat(reached).extracting(Reach::level).doesNotHaveDuplicates().hasSize(top);
        assertThat(reached).extracting(Reach::level).isSorted();
        assertThat(entries).containsAll(reached.stream().map(Reach::by).toList());
    }

    /** Tells the entries in some order and in batches of a size, and keeps every level reached. */
    private static Set<Integer> climb(Scheme scheme, List<Step> entries, long seed, int size) {
        List<Step> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));
        Set<Integer> levels = new TreeSet<>();
        Standing now = Standing.ZERO;
        for (int from = 0; from < shuffled.size(); from += size) {
            List<Step> batch = shuffled.subList(from, Math.min(shuffled.size(), from + size));
            Climb.reached(scheme, now, batch).forEach(it -> levels.add(it.level()));
            now = now.plus(Climb.rise(batch).sums());
        }
        return levels;
    }

    @Provide
    Arbitrary<Scheme> schemes() {
        return Arbitraries.of(ShippedSchemes.all());
    }

    @Provide
    Arbitrary<List<Step>> entries() {
        return steps(0);
    }

    @Provide
    Arbitrary<List<Step>> entriesAndCorrections() {
        return steps(-15);
    }

    private static Arbitrary<List<Step>> steps(int least) {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.integers().between(least, 40),
                        Arbitraries.of(EventKind.class))
                .as(ClimbProperties::step)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .uniqueElements(Step::event);
    }

    private static Step step(long id, int day, int points, EventKind kind) {
        Map<String, Integer> adds = Sums.of(kind, Sums.category(kind), points, points >= 0);
        return new Step(
                new UUID(2, id),
                new UUID(1, id),
                Instant.EPOCH.plusSeconds(day * 86_400L),
                points,
                adds);
    }
}
