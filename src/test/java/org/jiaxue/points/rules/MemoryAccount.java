package org.jiaxue.points.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Correction;
import org.jiaxue.points.rules.Crediting.Line;
import org.jiaxue.points.rules.Crediting.Outcome;

/** One guardian's ledger in memory, settled batch by batch as the database's is. */
final class MemoryAccount {

    final Map<UUID, Line> lines = new LinkedHashMap<>();
    final Map<UUID, Standing> standings = new HashMap<>();
    Runnable afterEach = () -> {};
    int corrections;

    void arriveShuffled(List<Claim> claims, long seed) {
        Random random = new Random(seed);
        List<Claim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, random);
        while (!shuffled.isEmpty()) {
            int size = 1 + random.nextInt(Math.min(5, shuffled.size()));
            List<Claim> batch = shuffled.subList(0, size);
            arrive(List.copyOf(batch));
            batch.clear();
        }
    }

    void arrive(List<Claim> fresh) {
        settle(fresh.stream().min(Crediting.ORDER).orElseThrow(), fresh);
    }

    /** What a person decided about a claim, or a detector before it arrived. */
    void decide(Claim claim, Standing standing) {
        standings.put(claim.event(), standing);
        if (lines.containsKey(claim.event())) {
            settle(claim, List.of());
        }
    }

    private void settle(Claim first, List<Claim> fresh) {
        Instant since = first.at();
        Tally before = new Tally(first.day());
        List<Line> later = new ArrayList<>();
        for (Line line : lines.values()) {
            Claim claim = line.claim();
            if (claim.at().isBefore(since)) {
                int seen = line.counted() + line.held();
                before.add(claim.kind(), claim.day(), seen);
                before.addTo(Crediting.group(claim.kind()), claim.cause(), seen);
            } else {
                later.add(line);
            }
        }
        keep(Crediting.settle(before, later, fresh, standings));
        afterEach.run();
    }

    private void keep(Crediting.Settled settled) {
        for (Outcome outcome : settled.fresh()) {
            UUID event = outcome.claim().event();
            boolean held = standings.get(event) == Standing.HELD;
            int points = outcome.points();
            lines.put(event, line(event, outcome.claim(), held ? 0 : points, 0, held ? points : 0));
        }
        for (Correction change : settled.corrections()) {
            Line line = change.line();
            lines.put(
                    line.claim().event(),
                    line(
                            line.entry(),
                            change.outcome().claim(),
                            line.counted() + change.counted(),
                            line.kept() + change.kept(),
                            line.held() + change.held()));
            corrections++;
        }
    }

    private static Line line(UUID entry, Claim claim, int counted, int kept, int held) {
        Rule.Ref ref = claim.rule() == null ? new Rule.Ref(Owner.NOBODY, 0) : claim.rule().ref();
        return new Line(entry, claim, ref, claim.category(), counted, kept, held);
    }

    int total() {
        return lines.values().stream().mapToInt(it -> it.counted() + it.kept()).sum();
    }

    Map<String, Integer> countedByKindAndDay() {
        Map<String, Integer> sums = new HashMap<>();
        for (Line line : lines.values()) {
            String key = line.claim().kind() + " " + line.claim().day();
            sums.merge(key, line.counted() + line.held(), Integer::sum);
        }
        return sums;
    }
}
