package org.jiaxue.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiaxue.learning.EventKind;
import org.jiaxue.points.Crediting.Change;
import org.jiaxue.points.Crediting.Claim;
import org.jiaxue.points.Crediting.Line;
import org.jiaxue.points.Crediting.Outcome;
import org.jiaxue.points.RuleSet.Period;

/** The arithmetic over random facts, orders and batches, by the rules that ship. */
class CreditingProperties {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-08-20T16:00:00Z");
    private static final long MINUTES = 45L * 24 * 60;
    private static final RuleSet RULES = Shipped.rules();

    record Facts(List<Claim> claims, long seed) {}

    @Property(tries = 300)
    void what_is_counted_by_kind_and_day_does_not_depend_on_arrival(@ForAll("facts") Facts facts) {
        Account inOrder = new Account();
        inOrder.arrive(facts.claims());

        Account shuffled = new Account();
        shuffled.arriveShuffled(facts);

        assertThat(shuffled.countedByKindAndDay()).isEqualTo(inOrder.countedByKindAndDay());
    }

    @Property(tries = 300)
    void no_cap_is_ever_exceeded(@ForAll("facts") Facts facts) {
        Account account = new Account();
        account.afterEach = () -> assertCaps(account);
        account.arriveShuffled(facts);
    }

    @Property(tries = 300)
    void a_total_never_falls_and_no_line_is_below_zero_or_above_its_rule(
            @ForAll("facts") Facts facts) {
        Account account = new Account();
        int[] seen = {0};
        account.afterEach =
                () -> {
                    assertThat(account.total()).isGreaterThanOrEqualTo(seen[0]);
                    seen[0] = account.total();
                    account.lines.values().forEach(CreditingProperties::assertWithinItsRule);
                };
        account.arriveShuffled(facts);
    }

    @Property(tries = 200)
    void every_fact_has_a_line_even_when_nothing_is_left(@ForAll("facts") Facts facts) {
        Account account = new Account();
        account.arriveShuffled(facts);

        assertThat(account.lines).hasSameSizeAs(facts.claims());
    }

    @Property(tries = 200)
    void in_the_order_of_occurrence_nothing_is_ever_corrected(@ForAll("facts") Facts facts) {
        Account account = new Account();
        facts.claims().stream().sorted(Crediting.ORDER).forEach(it -> account.arrive(List.of(it)));

        assertThat(account.corrections).isZero();
    }

    private static void assertWithinItsRule(Line line) {
        assertThat(line.counted()).isNotNegative();
        assertThat(line.kept()).isNotNegative();
        assertThat(line.counted() + line.kept())
                .isLessThanOrEqualTo(RULES.rule(line.claim().kind()).orElseThrow().points());
    }

    private record Window(String name, int cap) {}

    private static void assertCaps(Account account) {
        Map<Window, Integer> sums = new HashMap<>();
        for (Line line : account.lines.values()) {
            LocalDate day = line.claim().day();
            int points = line.counted();
            sums.merge(new Window("day " + day, RULES.dayCap()), points, Integer::sum);
            LocalDate week = Period.WEEK.startOf(day);
            sums.merge(new Window("week " + week, RULES.weekCap()), points, Integer::sum);
            RuleSet.Rule rule = RULES.rule(line.claim().kind()).orElseThrow();
            if (rule.cap().isPresent()) {
                RuleSet.Cap cap = rule.cap().get();
                String name = rule.kind() + " " + cap.period().startOf(day);
                sums.merge(new Window(name, cap.points()), points, Integer::sum);
            }
        }
        sums.forEach((window, sum) ->
                assertThat(sum).as(window.name()).isLessThanOrEqualTo(window.cap()));
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
                RULES);
    }

    /** One guardian's ledger in memory, settled batch by batch as the database's is. */
    private static final class Account {

        private final Map<UUID, Line> lines = new LinkedHashMap<>();
        private Runnable afterEach = () -> {};
        private int corrections;

        void arriveShuffled(Facts facts) {
            Random random = new Random(facts.seed());
            List<Claim> shuffled = new ArrayList<>(facts.claims());
            Collections.shuffle(shuffled, random);
            while (!shuffled.isEmpty()) {
                int size = 1 + random.nextInt(Math.min(5, shuffled.size()));
                List<Claim> batch = shuffled.subList(0, size);
                arrive(List.copyOf(batch));
                batch.clear();
            }
        }

        void arrive(List<Claim> fresh) {
            Instant since = fresh.stream().map(Claim::at).min(Instant::compareTo).orElseThrow();
            Tally before = new Tally();
            List<Line> later = new ArrayList<>();
            for (Line line : lines.values()) {
                Claim claim = line.claim();
                if (claim.at().isBefore(since)) {
                    before.add(claim.kind(), claim.day(), line.counted());
                    before.addTo(RULES.once(claim.kind()), claim.cause(), line.counted());
                } else {
                    later.add(line);
                }
            }
            keep(Crediting.settle(before, later, fresh));
            afterEach.run();
        }

        private void keep(Crediting.Settled settled) {
            for (Outcome outcome : settled.fresh()) {
                UUID event = outcome.claim().event();
                lines.put(event, new Line(event, outcome.claim(), outcome.points(), 0));
            }
            for (Change change : settled.changes()) {
                Line line = change.line();
                lines.put(
                        line.claim().event(),
                        new Line(
                                line.entry(),
                                line.claim(),
                                line.counted() + change.counted(),
                                line.kept() + change.kept()));
                corrections++;
            }
        }

        int total() {
            return lines.values().stream().mapToInt(it -> it.counted() + it.kept()).sum();
        }

        Map<String, Integer> countedByKindAndDay() {
            Map<String, Integer> sums = new HashMap<>();
            for (Line line : lines.values()) {
                String key = line.claim().kind() + " " + line.claim().day();
                sums.merge(key, line.counted(), Integer::sum);
            }
            return sums;
        }
    }
}
