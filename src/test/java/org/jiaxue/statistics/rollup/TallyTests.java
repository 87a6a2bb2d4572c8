package org.jiaxue.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final List<String> DIVISIONS =
            List.of("33", "3301", "330101", "330101001", "330101001001", "330102001", "330201002");
    private static final List<String> STAGES = List.of("infant", "primary");

    private record Key(int digits, String part, String stage) {}

    @Property(tries = 50)
    void every_level_and_stage_counts_as_one_by_one(@ForAll long seed) {
        Random random = new Random(seed);
        Map<Key, Set<Long>> guardians = new HashMap<>();
        Map<Key, Long> facts = new HashMap<>();
        List<Count> counts = new ArrayList<>();
        Tally tally = new Tally(counts::add);
        for (String division : DIVISIONS) {
            for (int row = 0; row < 1 + random.nextInt(4); row++) {
                String stage = STAGES.get(random.nextInt(2));
                Heads heads = new Heads();
                int some = 1 + random.nextInt(30);
                for (int i = 0; i < some; i++) {
                    long guardian = random.nextInt(100);
                    heads.add(guardian);
                    for (Key key : keys(division, stage)) {
                        guardians.computeIfAbsent(key, _ -> new HashSet<>()).add(guardian);
                    }
                }
                keys(division, stage).forEach(key -> facts.merge(key, (long) some, Long::sum));
                tally.add(division, stage, some, heads.toStore());
            }
        }
        tally.end();

        assertThat(counts).hasSameSizeAs(facts.keySet());
        for (Count count : counts) {
            Key key = new Key(count.digits(), count.part(), count.stage());
            assertThat(count.facts()).as("%s", key).isEqualTo(facts.getOrDefault(key, 0L));
            assertThat(count.guardians())
                    .as("%s", key)
                    .isEqualTo(guardians.getOrDefault(key, Set.of()).size());
            assertThat(count.utmost()).isEqualTo(count.guardians());
        }
    }

    private static Set<Key> keys(String division, String stage) {
        Set<Key> keys = new HashSet<>();
        for (int digits : new int[] {2, 4, 6, 9, 12}) {
            String part = division.substring(0, Math.min(digits, division.length()));
            keys.add(new Key(digits, part, stage));
            keys.add(new Key(digits, part, ""));
        }
        return keys;
    }

    @Test
    void a_large_place_is_the_sum_of_its_parts_and_its_utmost_holds_the_truth() {
        Map<String, Long> guardians = new TreeMap<>();
        Map<String, Long> utmost = new TreeMap<>();
        Tally tally =
                new Tally(it -> {
                    if (it.digits() == it.part().length() && it.stage().isEmpty()) {
                        guardians.put(it.part(), it.guardians());
                        utmost.put(it.part(), it.utmost());
                    }
                });
        for (int township = 0; township < 5; township++) {
            long first = township * 10_000L;
            tally.add(
                    "33010100" + township,
                    "primary",
                    12_000,
                    LongStream.range(first, first + 9_000)
                            .collect(Heads::new, Heads::add, (_, _) -> {})
                            .toStore());
        }
        tally.end();

        assertThat(guardians)
                .containsEntry("330101001", 9_000L)
                .containsEntry("330101", 45_000L)
                .containsEntry("33", 45_000L);
        assertThat(utmost).containsEntry("330101001", 9_000L);
        assertThat(utmost.getOrDefault("33", 0L)).isGreaterThan(45_000);
    }

    @Test
    void where_many_learned_in_several_parts_their_sum_gives_way_to_the_estimate() {
        List<Count> counts = new ArrayList<>();
        Tally tally = new Tally(counts::add);
        byte[] same =
                LongStream.range(0, 16_000).collect(Heads::new, Heads::add, (_, _) -> {}).toStore();
        byte[] others =
                LongStream.range(8_000, 24_000)
                        .collect(Heads::new, Heads::add, (_, _) -> {})
                        .toStore();
        tally.add("330101001", "primary", 16_000, same);
        tally.add("330101002", "primary", 16_000, others);
        tally.end();

        assertThat(counts)
                .filteredOn(it -> it.digits() == 6)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.guardians()).isBetween(23_200L, 24_800L));
    }
}
