package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaxue.identity.People;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Ledger.Booked;
import org.jiaxue.points.LedgerStore.CauseOf;
import org.jiaxue.points.LedgerStore.Since;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Settled;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes through the ledgers of many guardians again: computes from their events what the rules in
 * force today make of them, and adds what differs as corrections. It reads without locks what one
 * snapshot of the database shows, and writes for those guardians whose accounts have not changed
 * since; the others it reads again under their locks.
 */
@Component
public class Resettling {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final ResettlingStore store;
    private final LedgerStore ledgers;
    private final Ledger ledger;
    private final Learning learning;
    private final Rules rules;
    private final Holding holding;
    private final People people;
    private final Times times;

    Resettling(
            ResettlingStore store,
            LedgerStore ledgers,
            Ledger ledger,
            Learning learning,
            Rules rules,
            Holding holding,
            People people,
            Times times) {
        this.store = store;
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.learning = learning;
        this.rules = rules;
        this.holding = holding;
        this.people = people;
        this.times = times;
    }

    /** Whose events of which days are gone through; what follows them in a period is too. */
    public record Scope(Owner owner, LocalDate first, LocalDate last) {

        boolean holds(LearningEvent event, LocalDate day) {
            return !day.isBefore(first)
                    && !day.isAfter(last)
                    && owner.governs(event.division(), event.setting().school());
        }
    }

    /**
     * Some guardians' ledgers as they should be.
     *
     * @param upTo the last of the guardians that were read
     * @param events how many events were read
     * @param guardians how many guardians' ledgers were gone through
     * @param unfit guardians with lines that no event explains; nothing is done about them
     */
    public record Read(
            Scope scope,
            GuardianId upTo,
            long events,
            int guardians,
            int unfit,
            Map<GuardianId, Long> versions,
            Map<GuardianId, Booked> differing) {

        /** Whether there is anything to write. */
        public boolean same() {
            return differing.isEmpty();
        }
    }

    /**
     * What was written for one guardian.
     *
     * @param division where the guardian learned last
     * @param gained points that the total has risen by, 0 or more
     * @param stayed points of old entries that stand although the rules would give less
     * @param risen whether a level was reached by it
     */
    public record Written(
            GuardianId guardian, String division, int gained, int stayed, boolean risen) {}

    /** The guardians with accounts who come next, in order. */
    public List<GuardianId> next(GuardianId after, GuardianId last, int most) {
        return List.copyOf(store.accounts(after, last, most).keySet());
    }

    /** Reads the next guardians, at most so many, and computes what their ledgers should be. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Read read(Scope scope, GuardianId after, GuardianId last, int most) {
        Map<GuardianId, Long> versions = store.accounts(after, last, most);
        GuardianId upTo = versions.size() < most ? last : List.copyOf(versions.keySet()).getLast();
        return read(scope, after, upTo, versions);
    }

    /**
     * Writes what was read to differ, in the caller's transaction.
     *
     * @return by guardian, of those for whom something was written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Written> write(Read read) {
        if (read.same()) {
            return List.of();
        }
        Map<GuardianId, Booked> books = new TreeMap<>(read.differing());
        books.keySet().retainAll(people.hereUntilCommit(books.keySet()));
        Map<GuardianId, Long> seen = new HashMap<>(read.versions());
        seen.keySet().retainAll(books.keySet());
        Set<GuardianId> unchanged = store.lockUnchanged(seen);
        List<GuardianId> others =
                books.keySet().stream().filter(it -> !unchanged.contains(it)).toList();
        books.keySet().retainAll(unchanged);
        if (!others.isEmpty()) {
            ledgers.lock(others);
            for (GuardianId guardian : others) {
                books.putAll(
                        read(read.scope(), guardian.previous(), guardian, Map.of()).differing());
            }
        }
        Set<UUID> bringing = new HashSet<>();
        ledger.keep(books).forEach(it -> bringing.add(it.event()));
        return books.entrySet().stream()
                .map(it -> written(it.getKey(), it.getValue(), bringing))
                .toList();
    }

    private static Written written(GuardianId guardian, Booked booked, Set<UUID> bringing) {
        int gained = 0;
        int stayed = 0;
        String division = "";
        for (EntryRow row : booked.rows()) {
            gained += row.state().equals(EntryRow.HELD) ? 0 : row.points();
            stayed += row.state().equals(EntryRow.KEPT) ? row.points() : 0;
            division = row.division();
        }
        boolean risen =
                booked.credited().stream().anyMatch(it -> bringing.contains(it.event().id()));
        return new Written(guardian, division, gained, stayed, risen);
    }

    private Read read(
            Scope scope, GuardianId after, GuardianId upTo, Map<GuardianId, Long> versions) {
        Rulebook book = rules.book();
        Instant from = instant(scope.first());
        Map<GuardianId, Relearned> ledgersOf = new LinkedHashMap<>();
        long[] events = {0};
        learning.events(
                after,
                upTo,
                from,
                END,
                event -> {
                    events[0]++;
                    LocalDate day = times.dayOf(event.occurredAt());
                    ledgersOf
                            .computeIfAbsent(event.guardian(), _ -> new Relearned())
                            .add(
                                    event,
                                    Claim.of(event, day, times.zone(), book.inForce(event, day)),
                                    scope.holds(event, day));
                });
        ledgersOf.values().removeIf(it -> !it.concerned());
        store.lines(
                after,
                upTo,
                from,
                row -> {
                    Relearned own = ledgersOf.get(row.guardian());
                    if (own != null) {
                        own.add(row);
                    }
                });
        int all = ledgersOf.size();
        ledgersOf.values().removeIf(it -> it.unfit());
        Map<GuardianId, Booked> differing = settle(ledgersOf, scope.first(), book.capsTerms());
        return new Read(scope, upTo, events[0], all, all - ledgersOf.size(), versions, differing);
    }

    private Map<GuardianId, Booked> settle(
            Map<GuardianId, Relearned> ledgersOf, LocalDate first, boolean terms) {
        if (ledgersOf.isEmpty()) {
            return Map.of();
        }
        Instant floor = instant(Period.floor(first, terms));
        Map<GuardianId, Since> sinces = new HashMap<>();
        ledgersOf
                .keySet()
                .forEach(it -> sinces.put(it, new Since(it, instant(first), first, floor)));
        Map<GuardianId, Tally> tallies = ledgers.before(sinces.values());
        Map<UUID, Standing> standings = holding.standings(ledgersOf.keySet());
        Map<GuardianId, Book> books = new TreeMap<>();
        Set<CauseOf> causes = new HashSet<>();
        ledgersOf.forEach((guardian, own) -> {
            Tally tally = Objects.requireNonNull(tallies.get(guardian));
            Book opened = own.open(new Book(guardian, tally, standings, holding, null));
            causes.addAll(opened.causes());
            books.put(guardian, opened);
        });
        ledgers.addCauses(tallies, causes, sinces);
        return written(books);
    }

    /** What differs; only of that titles are read. */
    private Map<GuardianId, Booked> written(Map<GuardianId, Book> books) {
        Map<GuardianId, Settled> differing = new TreeMap<>();
        List<LearningEvent> untitled = new ArrayList<>();
        books.forEach((guardian, book) -> {
            Settled settled = book.credited();
            List<LearningEvent> events = book.events(settled);
            if (!events.isEmpty()) {
                differing.put(guardian, settled);
                untitled.addAll(events);
            }
        });
        Map<UUID, LearningEvent> titled = learning.titled(untitled);
        Map<GuardianId, Booked> written = new TreeMap<>();
        differing.forEach((guardian, settled) -> {
            Book book = Objects.requireNonNull(books.get(guardian));
            book.name(titled);
            Booked booked = book.write(settled);
            if (!booked.rows().isEmpty()) {
                written.put(guardian, booked);
            }
        });
        return written;
    }

    private Instant instant(LocalDate day) {
        return day.atStartOfDay(times.zone()).toInstant();
    }
}
