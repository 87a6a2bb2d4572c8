package org.jiaxue.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.jiaxue.licences.Climb.Reach;
import org.jiaxue.licences.Climb.Rise;
import org.jiaxue.licences.Climb.Step;
import org.jiaxue.licences.Scheme.Standing;

/** How levels are reached, over random entries, orders and batches, by the scheme that ships. */
class ClimbProperties {

    private static final Scheme SCHEME = shipped();

    @Property(tries = 300)
    void the_levels_reached_do_not_depend_on_the_order_of_entries(
            @ForAll("entries") List<Step> entries, @ForAll long seed) {
        assertThat(climb(entries, seed, 4)).isEqualTo(climb(entries, seed + 1, 9));
    }

    @Property(tries = 300)
    void a_level_reached_is_never_lost_and_a_layers_points_never_fall(
            @ForAll("entriesAndCorrections") List<Step> entries) {
        Standing now = Standing.ZERO;
        for (Step step : entries) {
            Standing before = now;
            Rise rise = Climb.rise(List.of(step));
            now = now.plus(rise.points(), rise.activities(), rise.lives());
            assertThat(now.points()).isGreaterThanOrEqualTo(before.points());
            assertThat(SCHEME.reached(now)).isGreaterThanOrEqualTo(SCHEME.reached(before));
        }
    }

    @Property(tries = 300)
    void every_level_up_to_the_highest_is_reached_once_by_an_entry_of_the_batch(
            @ForAll("entriesAndCorrections") List<Step> entries) {
        List<Reach> reached = Climb.reached(SCHEME, Standing.ZERO, entries);

        Rise rise = Climb.rise(entries);
        int top = SCHEME.reached(new Standing(rise.points(), rise.activities(), rise.lives()));
        assertThat(reached).extracting(Reach::level).doesNotHaveDuplicates().hasSize(top);
        assertThat(entries).containsAll(reached.stream().map(Reach::by).toList());
    }

    /** Tells the entries in some order and in batches of a size, and keeps every level reached. */
    private static Set<Integer> climb(List<Step> entries, long seed, int size) {
        List<Step> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));
        Set<Integer> levels = new TreeSet<>();
        Standing now = Standing.ZERO;
        for (int from = 0; from < shuffled.size(); from += size) {
            List<Step> batch = shuffled.subList(from, Math.min(shuffled.size(), from + size));
            Climb.reached(SCHEME, now, batch).forEach(it -> levels.add(it.level()));
            Rise rise = Climb.rise(batch);
            now = now.plus(rise.points(), rise.activities(), rise.lives());
        }
        return levels;
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
                        Arbitraries.integers().between(0, 9))
                .as((id, day, points, deed) ->
                        new Step(
                                new UUID(1, id),
                                Instant.EPOCH.plusSeconds(day * 86_400L),
                                points,
                                deed == 0 ? 1 : 0,
                                deed == 1 ? 1 : 0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .uniqueElements(Step::event);
    }

    static Scheme shipped() {
        return SchemeFile.read("schemes/shangcheng-2026.yaml", text());
    }

    static String text() {
        try (var in = ClimbProperties.class.getResourceAsStream("/schemes/shangcheng-2026.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
