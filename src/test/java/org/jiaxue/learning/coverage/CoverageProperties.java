package org.jiaxue.learning.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CoverageProperties {

    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
    private static final int SECONDS = 600;

    /** A claim as it arrives: how long after the one before, what it says, when it was played. */
    record Claim(Duration after, List<Span> played, Duration playedBefore) {}

    @Property
    void coverage_never_exceeds_what_could_have_been_played(@ForAll("claims") List<Claim> claims) {
        Coverage coverage = Coverage.none(SECONDS, START);
        Instant now = START;
        for (Claim claim : claims) {
            now = now.plus(claim.after());
            int before = coverage.coveredSeconds();
            Coverage.Heard heard =
                    coverage.hear(claim.played(), now, now.minus(claim.playedBefore()));
            coverage = heard.after();

            assertThat(heard.newSeconds()).isEqualTo(coverage.coveredSeconds() - before);
            assertThat(heard.newSeconds()).isBetween(0, Coverage.MOST_SECONDS_A_BEAT);
            assertThat((long) coverage.coveredSeconds())
                    .isLessThanOrEqualTo(2 * Duration.between(START, now).toSeconds() + 1);
            assertThat(coverage.clock()).isBetween(START, now);
        }
    }

    @Property
    void nothing_is_covered_that_was_not_claimed(@ForAll("claims") List<Claim> claims) {
        boolean[] claimed = new boolean[SECONDS];
        Coverage coverage = Coverage.none(SECONDS, START);
        Instant now = START;
        for (Claim claim : claims) {
            now = now.plus(claim.after());
            claim.played().forEach(span -> mark(claimed, span));
            coverage = coverage.hear(claim.played(), now, now).after();
        }
        for (Span span : coverage.spans()) {
            for (int second = span.from(); second < span.to(); second++) {
                assertThat(claimed[second]).isTrue();
            }
        }
    }

    @Property
    void a_repeat_changes_nothing(
            @ForAll("claims") List<Claim> claims, @ForAll @LongRange(max = 7200) long later) {
        Coverage coverage = Coverage.none(SECONDS, START);
        Instant now = START;
        for (Claim claim : claims) {
            now = now.plus(claim.after());
            Coverage once = coverage.hear(claim.played(), now, now).after();
            if (once.coveredSeconds() - coverage.coveredSeconds() == newIn(coverage, claim)) {
                Instant again = now.plusSeconds(later);
                Coverage twice = once.hear(claim.played(), again, again).after();
                assertThat(twice.hex()).isEqualTo(once.hex());
                assertThat(twice.clock()).isEqualTo(once.clock());
            }
            coverage = once;
        }
    }

    @Property
    void the_order_of_claims_that_time_allows_does_not_matter(
            @ForAll("spans") List<Span> spans, @ForAll Random random) {
        List<Span> shuffled = new ArrayList<>(spans);
        Collections.shuffle(shuffled, random);

        assertThat(leisurely(shuffled).hex()).isEqualTo(leisurely(spans).hex());
    }

    @Property
    void the_order_of_spans_within_a_claim_does_not_matter(
            @ForAll("apart") List<Span> spans,
            @ForAll @IntRange(max = 200) int elapsed,
            @ForAll Random random) {
        List<Span> shuffled = new ArrayList<>(spans);
        Collections.shuffle(shuffled, random);
        Instant now = START.plusSeconds(elapsed);
        Coverage none = Coverage.none(SECONDS, START);

        assertThat(none.hear(shuffled, now, now).after().hex())
                .isEqualTo(none.hear(spans, now, now).after().hex());
    }

    /**
     * The page plays at half to double speed with pauses, jumps and reloads; it is put to sleep,
     * and its network is slow, loses, repeats, reorders or is away for long.
     */
    @Property
    void no_honest_player_at_up_to_double_speed_is_ever_cut(
            @ForAll("lives") List<HonestPlayer.Step> life, @ForAll Random fate) {
        HonestPlayer player = new HonestPlayer(fate);
        for (HonestPlayer.Step step : life) {
            player.live(step);

            assertThat(player.cutSeconds()).isZero();
            assertThat(secondsOf(player.server())).isSubsetOf(secondsOf(player.played()));
        }
        player.rest(() -> player.server().coveredSeconds() == player.played().cardinality());

        assertThat(player.cutSeconds()).isZero();
        assertThat(secondsOf(player.server())).isEqualTo(secondsOf(player.played()));
    }

    /** A program that tells at once and says no time is not cut where its beats travel alike. */
    @Property
    void a_player_that_says_no_time_is_not_cut_while_it_is_heard_within_a_minute(
            @ForAll @IntRange(min = 50, max = 200) int hundredthsOfSpeed,
            @ForAll("beats") List<Integer> beatMillis,
            @ForAll Random fate) {
        Coverage coverage = Coverage.none(SECONDS, START);
        Instant now = START;
        Instant heardLast = START;
        double position = 0;
        int acknowledged = 0;
        for (int millis : beatMillis) {
            now = now.plusMillis(millis);
            position = Math.min(SECONDS, position + millis / 1000.0 * hundredthsOfSpeed / 100.0);
            int finished = (int) Math.floor(position + 1e-9);
            boolean arrives =
                    fate.nextInt(10) > 2 || now.plusSeconds(20).isAfter(heardLast.plusSeconds(60));
            if (finished == acknowledged || !arrives) {
                continue;
            }
            List<Span> played = List.of(new Span(acknowledged, finished));
            Coverage.Heard heard = coverage.hear(played, now, now);
            assertThat(heard.cutSeconds()).isZero();
            coverage = heard.after();
            heardLast = now;
            acknowledged = fate.nextInt(10) > 2 ? finished : acknowledged;
        }
    }

    @Property
    void what_is_written_is_read_back(@ForAll("claims") List<Claim> claims) {
        Coverage coverage = Coverage.none(SECONDS, START);
        Instant now = START;
        for (Claim claim : claims) {
            now = now.plus(claim.after());
            coverage = coverage.hear(claim.played(), now, now).after();
        }
        Coverage back = Coverage.of(Bits.of(coverage), coverage.clock());

        assertThat(back.spans()).isEqualTo(coverage.spans());
        assertThat(back.coveredSeconds())
                .isEqualTo(coverage.spans().stream().mapToInt(s -> s.to() - s.from()).sum());
    }

    private static Coverage leisurely(List<Span> spans) {
        Coverage coverage = Coverage.none(SECONDS, START);
        Instant now = START;
        for (Span span : spans) {
            now = now.plusSeconds(Coverage.MOST_SECONDS_A_BEAT);
            coverage = coverage.hear(List.of(span), now, now).after();
        }
        return coverage;
    }

    private static Set<Integer> secondsOf(Coverage coverage) {
        return coverage.spans().stream()
                .flatMapToInt(span -> IntStream.range(span.from(), span.to()))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static Set<Integer> secondsOf(BitSet seconds) {
        return seconds.stream().boxed().collect(Collectors.toSet());
    }

    private static int newIn(Coverage coverage, Claim claim) {
        String bits = Bits.of(coverage);
        int found = 0;
        for (Span span : claim.played()) {
            for (int second = span.from(); second < span.to(); second++) {
                found += bits.charAt(second) == '0' ? 1 : 0;
            }
        }
        return found;
    }

    private static void mark(boolean[] claimed, Span span) {
        for (int second = span.from(); second < span.to(); second++) {
            claimed[second] = true;
        }
    }

    @Provide
    Arbitrary<List<Claim>> claims() {
        Arbitrary<Duration> after = Arbitraries.longs().between(0, 90_000).map(Duration::ofMillis);
        Arbitrary<Duration> before =
                Arbitraries.longs().between(-600_000, 600_000).map(Duration::ofMillis);
        return Combinators.combine(after, apart(), before).as(Claim::new).list().ofMaxSize(30);
    }

    /** Spans of at most 120 seconds each. */
    @Provide
    Arbitrary<List<Span>> spans() {
        return Arbitraries.integers()
                .between(0, SECONDS - 1)
                .flatMap(from ->
                        Arbitraries.integers()
                                .between(from + 1, Math.min(SECONDS, from + 120))
                                .map(to -> new Span(from, to)))
                .list()
                .ofMaxSize(12);
    }

    /** Spans that do not overlap, as a beat's must be. */
    @Provide
    Arbitrary<List<Span>> apart() {
        return Arbitraries.integers()
                .between(0, SECONDS)
                .set()
                .ofMinSize(2)
                .ofMaxSize(20)
                .map(edges -> {
                    List<Integer> sorted = new ArrayList<>(edges);
                    Collections.sort(sorted);
                    List<Span> spans = new ArrayList<>();
                    for (int i = 0; i + 1 < sorted.size(); i += 2) {
                        spans.add(new Span(sorted.get(i), sorted.get(i + 1)));
                    }
                    return spans;
                });
    }

    @Provide
    Arbitrary<List<HonestPlayer.Step>> lives() {
        Arbitrary<Integer> millis =
                Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.just(Coverage.BEAT_SECONDS * 1000)),
                        Tuple.of(4, Arbitraries.integers().between(1, 20_000)),
                        Tuple.of(1, Arbitraries.integers().between(20_000, 900_000)));
        Arbitrary<Integer> speed =
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.just(200)),
                        Tuple.of(3, Arbitraries.integers().between(50, 200)),
                        Tuple.of(1, Arbitraries.just(0)));
        Arbitrary<Integer> seek =
                Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.just(-1)),
                        Tuple.of(1, Arbitraries.integers().between(0, HonestPlayer.SECONDS - 1)));
        Arbitrary<Boolean> reload = Arbitraries.integers().between(0, 9).map(one -> one == 0);
        Arbitrary<LossyNetwork.Network> network = Arbitraries.of(LossyNetwork.Network.class);
        return Combinators.combine(millis, speed, seek, reload, network)
                .as(HonestPlayer.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Integer>> beats() {
        return Arbitraries.integers().between(300, 20_000).list().ofMinSize(1).ofMaxSize(40);
    }
}
