package org.jiaxue.points.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Correction;
import org.jiaxue.points.rules.Crediting.Line;
import org.jiaxue.points.rules.Crediting.Outcome;

/** One guardian's ledger in memory, settled as the database's is by whatever rules are in force. */
final class PolicyAccount {

    private final ZoneId zone;
    private final Map<UUID, LearningEvent> events = new LinkedHashMap<>();
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private int corrections;
    Runnable afterEach = () -> {};

    PolicyAccount(ZoneId zone) {
        this.zone = zone;
    }

    /** Facts arrive; those that are known already are not told again. */
    void arrive(Collection<LearningEvent> told, Rulebook book) {
        List<LearningEvent> fresh =
                told.stream().filter(it -> events.putIfAbsent(it.id(), it) == null).toList();
        if (!fresh.isEmpty()) {
            settle(fresh, book);
        }
    }

    /** Goes through everything again. */
    void rerun(Rulebook book) {
        if (!events.isEmpty()) {
            settle(List.of(), book);
        }
    }

    private void settle(List<LearningEvent> fresh, Rulebook book) {
        LearningEvent first =
                (fresh.isEmpty() ? events.values() : fresh)
                        .stream()
                                .min(Comparator.comparing(LearningEvent::occurredAt))
                                .orElseThrow();
        Tally before = new Tally(day(first));
        List<Line> later = new ArrayList<>();
        for (Line line : lines.values()) {
            Claim claim = line.claim();
            if (claim.at().isBefore(first.occurredAt())) {
                before.add(claim.kind(), claim.day(), line.counted());
                before.addTo(Crediting.group(claim.kind()), claim.cause(), line.counted());
            } else {
                LearningEvent event = Objects.requireNonNull(events.get(claim.event()));
                later.add(
                        new Line(
                                line.entry(),
                                claim(event, book),
                                line.ref(),
                                line.category(),
                                line.counted(),
                                line.kept(),
                                0));
            }
        }
        keep(
                Crediting.settle(
                        before,
                        later,
                        fresh.stream().map(it -> claim(it, book)).toList(),
                        Map.of()));
        afterEach.run();
    }

    private LocalDate day(LearningEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), zone);
    }

    private Claim claim(LearningEvent event, Rulebook book) {
        return Claim.of(event, day(event), zone, book.inForce(event, day(event)));
    }

    private void keep(Crediting.Settled settled) {
        for (Outcome outcome : settled.fresh()) {
            Claim claim = outcome.claim();
            lines.put(
                    claim.event(),
                    new Line(
                            claim.event(),
                            claim,
                            claim.ref(),
                            claim.category(),
                            outcome.points(),
                            0,
                            0));
        }
        for (Correction one : settled.corrections()) {
            Claim claim = one.outcome().claim();
            lines.put(
                    claim.event(),
                    new Line(
                            one.line().entry(),
                            claim,
                            claim.ref(),
                            claim.category(),
                            one.line().counted() + one.counted(),
                            one.line().kept() + one.kept(),
                            0));
            corrections++;
        }
    }

    Collection<Line> lines() {
        return lines.values();
    }

    int corrections() {
        return corrections;
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

    /** What is counted for each thing. */
    Map<Category, Integer> byCategory() {
        Map<Category, Integer> sums = new HashMap<>();
        lines.values().stream()
                .filter(line -> line.counted() > 0)
                .forEach(line -> sums.merge(line.category(), line.counted(), Integer::sum));
        return sums;
    }
}
