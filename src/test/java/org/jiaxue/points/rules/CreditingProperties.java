package org.jiaxue.points.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Line;

/** The arithmetic over random facts, orders and batches, by the rules that ship. */
class CreditingProperties {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-08-20T16:00:00Z");
    private static final long MINUTES = 45L * 24 * 60;
    private static final Effective RULES = Shipped.inForce();

    record Facts(List<Claim> claims, long seed) {}

    @Property(tries = 300)
    void what_is_counted_by_kind_and_day_does_not_depend_on_arrival(@ForAll("facts") Facts facts) {
        MemoryAccount inOrder = new MemoryAccount();
        inOrder.arrive(facts.claims());

        MemoryAccount shuffled = new MemoryAccount();
        shuffled.arriveShuffled(facts.claims(), facts.seed());

        assertThat(shuffled.countedByKindAndDay()).isEqualTo(inOrder.countedByKindAndDay());
    }

    @Property(tries = 300)
    void no_cap_is_ever_exceeded(@ForAll("facts") Facts facts) {
        MemoryAccount account = new MemoryAccount();
        account.afterEach = () -> assertCaps(account);
        account.arriveShuffled(facts.claims(), facts.seed());
    }

    @Property(tries = 300)
    void a_total_never_falls_and_no_line_is_below_zero_or_above_its_rule(
            @ForAll("facts") Facts facts) {
        MemoryAccount account = new MemoryAccount();
        int[] seen = {0};
        account.afterEach =
                () -> {
                    assertThat(account.total()).isGreaterThanOrEqualTo(seen[0]);
                    seen[0] = account.total();
                    account.lines.values().forEach(CreditingProperties::assertWithinItsRule);
                };
        account.arriveShuffled(facts.claims(), facts.seed());
    }

    @Property(tries = 200)
    void every_fact_has_a_line_even_when_nothing_is_left(@ForAll("facts") Facts facts) {
        MemoryAccount account = new MemoryAccount();
        account.arriveShuffled(facts.claims(), facts.seed());

        assertThat(account.lines).hasSameSizeAs(facts.claims());
    }

    @Property(tries = 200)
    void in_the_order_of_occurrence_nothing_is_ever_corrected(@ForAll("facts") Facts facts) {
        MemoryAccount account = new MemoryAccount();
        facts.claims().stream().sorted(Crediting.ORDER).forEach(it -> account.arrive(List.of(it)));

        assertThat(account.corrections).isZero();
    }

    /**
     * Some facts are held, and then decided about in whatever order, between other facts and after
     * them; a refusal may be turned on appeal.
     */
    @Property(tries = 300)
    void whatever_is_decided_in_whatever_order_no_total_falls_and_caps_hold(
            @ForAll("facts") Facts facts) {
        Random random = new Random(facts.seed());
        MemoryAccount account = new MemoryAccount();
        int[] seen = {0};
        account.afterEach =
                () -> {
                    assertThat(account.total()).isGreaterThanOrEqualTo(seen[0]);
                    seen[0] = account.total();
                    account.lines.values().forEach(CreditingProperties::assertWithinItsRule);
                    assertCaps(account);
                };
        for (Claim claim : shuffled(facts.claims(), random)) {
            if (random.nextInt(3) == 0) {
                account.decide(claim, Standing.HELD);
            }
            account.arrive(List.of(claim));
            while (random.nextInt(3) == 0) {
                decideSomething(account, random);
            }
        }
        for (int i = 0; i < facts.claims().size(); i++) {
            decideSomething(account, random);
        }
    }

    /** What was refused might never have happened; what was released was never held. */
    @Property(tries = 300)
    void what_is_counted_depends_on_facts_and_decisions_alone(@ForAll("facts") Facts facts) {
        Random random = new Random(facts.seed());
        MemoryAccount account = new MemoryAccount();
        for (Claim claim : shuffled(facts.claims(), random)) {
            if (random.nextInt(3) == 0) {
                account.decide(claim, Standing.HELD);
            }
            account.arrive(List.of(claim));
            while (random.nextInt(2) == 0) {
                decideSomething(account, random);
            }
        }

        MemoryAccount clean = new MemoryAccount();
        facts.claims().stream()
                .filter(it -> account.standings.get(it.event()) != Standing.REFUSED)
                .sorted(Crediting.ORDER)
                .forEach(it -> clean.arrive(List.of(it)));

        Map<String, Integer> counted = new HashMap<>(account.countedByKindAndDay());
        counted.values().removeIf(it -> it == 0);
        Map<String, Integer> expected = new HashMap<>(clean.countedByKindAndDay());
        expected.values().removeIf(it -> it == 0);
        assertThat(counted).isEqualTo(expected);
    }

    private static List<Claim> shuffled(List<Claim> claims, Random random) {
        List<Claim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Decides about one that waits or was refused; what was released stays so. */
    private static void decideSomething(MemoryAccount account, Random random) {
        List<Claim> open =
                account.lines.values().stream()
                        .map(Line::claim)
                        .filter(it ->
                                account.standings.getOrDefault(it.event(), Standing.COUNTS)
                                        != Standing.COUNTS)
                        .toList();
        if (!open.isEmpty()) {
            Claim claim = open.get(random.nextInt(open.size()));
            boolean refuse =
                    account.standings.get(claim.event()) == Standing.HELD && random.nextBoolean();
            account.decide(claim, refuse ? Standing.REFUSED : Standing.COUNTS);
            account.afterEach.run();
        }
    }

    private static void assertWithinItsRule(Line line) {
        assertThat(line.counted()).isNotNegative();
        assertThat(line.kept()).isNotNegative();
        assertThat(line.held()).isNotNegative();
        assertThat(line.counted() + line.kept() + line.held())
                .isLessThanOrEqualTo(RULES.always(line.claim().kind()).orElseThrow().points());
    }

    private record Window(String name, int cap) {}

    private static void assertCaps(MemoryAccount account) {
        Map<Window, Integer> sums = new HashMap<>();
        for (Line line : account.lines.values()) {
            LocalDate day = line.claim().day();
            int points = line.counted() + line.held();
            sums.merge(new Window("day " + day, cap(Period.DAY)), points, Integer::sum);
            LocalDate week = Period.WEEK.startOf(day);
            sums.merge(new Window("week " + week, cap(Period.WEEK)), points, Integer::sum);
            Rule rule = RULES.always(line.claim().kind()).orElseThrow();
            rule.caps()
                    .most()
                    .forEach((period, cap) -> {
                        String name = rule.kind() + " " + period.startOf(day);
                        sums.merge(new Window(name, cap), points, Integer::sum);
                    });
        }
        sums.forEach((window, sum) ->
                assertThat(sum).as(window.name()).isLessThanOrEqualTo(window.cap()));
    }

    private static int cap(Period period) {
        return Objects.requireNonNull(RULES.caps().of(period));
    }

    @Provide
    Arbitrary<Facts> facts() {
        Arbitrary<Claim> claim =
                Combinators.combine(
                                Arbitraries.of(EventKind.class),
                                Arbitraries.longs().between(0, MINUTES),
                                Arbitraries.longs(),
                                Arbitraries.longs().between(1, 12))
                        .as(CreditingProperties::claim);
        return Combinators.combine(
                        claim.list().ofMinSize(1).ofMaxSize(60).uniqueElements(Claim::event),
                        Arbitraries.longs())
                .as(Facts::new);
    }

    private static Claim claim(EventKind kind, long minute, long id, long cause) {
        Instant at = START.plusSeconds(minute * 60);
        // Only live sessions and their replays share causes; any other kind has a cause once.
        boolean session = kind == EventKind.LIVE_ATTENDED || kind == EventKind.REPLAY_WATCHED;
        return new Claim(
                new UUID(id, 1),
                kind,
                session ? new UUID(7, cause) : new UUID(id, cause),
                at,
                LocalDate.ofInstant(at, ZONE),
                RULES,
                RULES.always(kind).orElseThrow());
    }
}
