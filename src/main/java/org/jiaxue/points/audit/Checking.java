package org.jiaxue.points.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.identity.People;
import org.jiaxue.learning.Learning;
import org.jiaxue.points.audit.LedgerReading.Entry;
import org.jiaxue.points.audit.LedgerReading.Range;
import org.jiaxue.web.GuardianId;
import org.springframework.stereotype.Component;

/** Holds the ledgers of some guardians against what they must agree with. */
@Component
class Checking {

    /** For so many entries at once the events of their guardians are gone through. */
    private static final int BATCH = 5_000;

    private final LedgerReading ledger;
    private final Learning learning;
    private final People people;

    Checking(LedgerReading ledger, Learning learning, People people) {
        this.ledger = ledger;
        this.learning = learning;
        this.people = people;
    }

    /** What was checked, and what was found. */
    record Checked(long accounts, long entries, List<Finding> findings) {}

    Checked check(Range range) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(ledger.balances(range));
        findings.addAll(ledger.withoutRules(range));
        findings.addAll(ledger.ofNothing(range));
        findings.addAll(ledger.ofAnother(range));
        long entries = withoutEvents(range, findings);
        return new Checked(ledger.accounts(range), entries, List.copyOf(findings));
    }

    /** Adds the entries whose events are not kept; answers how many entries there are. */
    private long withoutEvents(Range range, List<Finding> findings) {
        List<Entry> batch = new ArrayList<>();
        long[] entries = {0};
        ledger.entries(
                range,
                entry -> {
                    entries[0]++;
                    batch.add(entry);
                    if (batch.size() == BATCH) {
                        findings.addAll(withoutEvents(batch));
                        batch.clear();
                    }
                });
        findings.addAll(withoutEvents(batch));
        return entries[0];
    }

    private List<Finding> withoutEvents(List<Entry> batch) {
        List<Entry> missing = batch.isEmpty() ? List.of() : missing(batch);
        return missing.isEmpty() ? List.of() : stillMissing(missing);
    }

    /**
     * The entries whose events are not kept. All events of their guardians are gone through, since
     * none is found by its id without its time, and a ledger at fault may have that wrong as well.
     */
    private List<Entry> missing(List<Entry> batch) {
        Set<Named> unseen = batch.stream().map(Named::by).collect(Collectors.toSet());
        learning.eventIds(
                batch.getFirst().guardian().previous(),
                batch.getLast().guardian(),
                (guardian, event) -> unseen.remove(new Named(guardian, event)));
        return batch.stream().filter(entry -> unseen.contains(Named.by(entry))).toList();
    }

    /** An event of a guardian. */
    private record Named(GuardianId guardian, UUID event) {

        static Named by(Entry entry) {
            return new Named(entry.guardian(), entry.event());
        }
    }

    /**
     * Leaves out what an erasure is about to remove: rooms erase one after the other, the events
     * before the entries. Whoever is not being erased now, and still has the entry after that was
     * asked, had it without its event.
     */
    private List<Finding> stillMissing(List<Entry> missing) {
        Set<GuardianId> leaving =
                people.beingErased(
                        missing.stream().map(Entry::guardian).collect(Collectors.toSet()));
        Set<UUID> there = ledger.there(missing);
        return missing.stream()
                .filter(entry -> !leaving.contains(entry.guardian()))
                .filter(entry -> there.contains(entry.id()))
                .map(entry -> Finding.of(Fault.EVENT, entry.guardian(), entry.id(), entry.event()))
                .toList();
    }
}
