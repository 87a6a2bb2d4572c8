package org.jiaxue.statistics.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Holds the search for unions to an oracle that tries every union of a small system by itself. */
class UnionSearchProperties {

    private static final int MOST_FIGURES = 8;

    @Property(tries = 1_500)
    void a_union_that_tells_of_few_is_found_exactly_where_there_is_one(@ForAll long seed) {
        Random random = new Random(seed);
        int figures = 2 + random.nextInt(MOST_FIGURES - 1);
        List<long[]> equations = equations(random, figures);
        int[] behind = random.ints(figures, 0, 9).toArray();
        Predicate<Set<Integer>> tells =
                union -> union.stream().mapToInt(figure -> behind[figure]).sum() < 10;

        Optional<Set<Integer>> found = system(equations).tellingUnion(tells);

        boolean exists =
                IntStream.range(1, 1 << figures)
                        .filter(union -> tells.test(set(union)))
                        .anyMatch(union -> follows(equations, union, figures));
        assertThat(found.isPresent()).as("seed %d", seed).isEqualTo(exists);
        found.ifPresent(union -> {
            assertThat(tells).accepts(union);
            int mask = union.stream().mapToInt(figure -> 1 << figure).sum();
            assertThat(follows(equations, mask, figures)).isTrue();
        });
    }

    @Property(tries = 500)
    void a_figure_that_follows_is_known_exactly_where_it_does(@ForAll long seed) {
        Random random = new Random(seed);
        int figures = 2 + random.nextInt(MOST_FIGURES - 1);
        List<long[]> equations = equations(random, figures);

        assertThat(system(equations).known())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, figures)
                                .filter(figure -> follows(equations, 1 << figure, figures))
                                .boxed()
                                .toList());
    }

    @Test
    void a_search_that_comes_to_its_bound_says_that_all_of_it_may_tell() {
        List<Map<Integer, Long>> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(Map.of(i, 1L, i + 10, 2L, i + 11, 2L));
        }
        Predicate<Set<Integer>> always = _ -> true;

        assertThat(new UnionSearch(rows, always, 4).first())
                .hasValueSatisfying(all -> {
                    assertThat(all).hasSize(13);
                });
        assertThat(new UnionSearch(rows, always, 1_000).first()).isEmpty();
    }

    private static List<long[]> equations(Random random, int figures) {
        List<long[]> equations = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(figures); i++) {
            equations.add(random.ints(figures, -1, 2).asLongStream().toArray());
        }
        return equations;
    }

    private static LinearSystem system(List<long[]> equations) {
        LinearSystem system = new LinearSystem();
        for (long[] equation : equations) {
            Set<Integer> plus = new HashSet<>();
            Set<Integer> minus = new HashSet<>();
            for (int i = 0; i < equation.length; i++) {
                if (equation[i] != 0) {
                    (equation[i] > 0 ? plus : minus).add(i);
                }
            }
            system.add(plus, minus);
        }
        return system;
    }

    private static Set<Integer> set(int union) {
        Set<Integer> set = new HashSet<>();
        for (int i = 0; i < MOST_FIGURES; i++) {
            if ((union >> i & 1) == 1) {
                set.add(i);
            }
        }
        return set;
    }

    /** Whether the sum of a union is some combination of the equations, in whole numbers. */
    private static boolean follows(List<long[]> equations, int union, int figures) {
        List<long[]> more = new ArrayList<>(equations);
        more.add(IntStream.range(0, figures).mapToLong(i -> union >> i & 1).toArray());
        return rank(more, figures) == rank(equations, figures);
    }

    private static int rank(List<long[]> equations, int figures) {
        List<long[]> rows = new ArrayList<>(equations.stream().map(long[]::clone).toList());
        int rank = 0;
        for (int column = 0; column < figures; column++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            long[] top = rows.set(pivot, rows.get(rank));
            rows.set(rank, top);
            for (int i = rank + 1; i < rows.size(); i++) {
                clear(rows.get(i), top, column);
            }
            rank++;
        }
        return rank;
    }

    private static void clear(long[] row, long[] top, int column) {
        long times = row[column];
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * top[column] - top[i] * times;
        }
    }
}
