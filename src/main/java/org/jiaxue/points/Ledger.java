package org.jiaxue.points;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiaxue.archive.OwnMonths;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.Reached;
import org.jiaxue.points.LedgerStore.CauseOf;
import org.jiaxue.points.LedgerStore.EventKey;
import org.jiaxue.points.LedgerStore.Since;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Period;
import org.jiaxue.points.rules.Rules;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Credits learning events in the transaction that keeps them. */
@Component
class Ledger implements Earner, Settling {

    private final LedgerStore store;
    private final EarnedStore past;
    private final Rules rules;
    private final Grading grading;
    private final Holding holding;
    private final OwnMonths months;
    private final Times times;

    Ledger(
            LedgerStore store,
            EarnedStore past,
            Rules rules,
            Grading grading,
            Holding holding,
            OwnMonths months,
            Times times) {
        this.store = store;
        this.past = past;
        this.rules = rules;
        this.grading = grading;
        this.holding = holding;
        this.months = months;
        this.times = times;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Earnings earn(List<LearningEvent> events) {
        return earn(events, Map.of());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Earnings earn(List<LearningEvent> events, Map<UUID, Circumstances> circumstances) {
        Collection<LearningEvent> fresh = fresh(events);
        if (fresh.isEmpty()) {
            return Earnings.NONE;
        }
        holding.look(fresh, circumstances);
        Map<UUID, Earned> earned = new HashMap<>();
        List<Reached> reached =
                keep(books(fresh, sinces(fresh), null), it -> earned.put(it.event(), it));
        return new Earnings(
                fresh.stream()
                        .map(event -> Objects.requireNonNull(earned.get(event.id())))
                        .toList(),
                reached);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(GuardianId guardian) {
        store.lock(List.of(guardian));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Reached> settle(GuardianId guardian, UUID event, Words why) {
        LearningEvent decided =
                store.event(guardian, event)
                        .orElseThrow(
                                () -> new IllegalStateException("No entry was made for " + event));
        Map<GuardianId, Since> sinces = sinces(List.of(decided));
        return keep(books(List.of(), sinces, new Book.Decided(event, why)), _ -> {});
    }

    private List<Reached> keep(Collection<Book> books, Consumer<Earned> told) {
        Map<GuardianId, Booked> booked = new TreeMap<>();
        books.forEach(book -> booked.put(book.guardian(), book.settle()));
        booked.values().forEach(it -> it.earned().forEach(told));
        return keep(booked);
    }

    /**
     * Writes down what books came to, in the caller's transaction, which has locked the accounts;
     * answers the levels that were reached by it.
     */
    List<Reached> keep(Map<GuardianId, Booked> books) {
        List<EntryRow> rows = new ArrayList<>();
        List<Credited> credited = new ArrayList<>();
        Map<GuardianId, Integer> sums = new HashMap<>();
        books.forEach((guardian, booked) -> {
            rows.addAll(booked.rows());
            credited.addAll(booked.credited());
            sums.put(guardian, booked.credited().stream().mapToInt(Credited::points).sum());
        });
        store.insert(rows);
        store.add(sums);
        return grading.grade(credited);
    }

    /** The events that have no entry, each once; their guardians' accounts are locked. */
    private Collection<LearningEvent> fresh(List<LearningEvent> events) {
        Map<EventKey, LearningEvent> told = new LinkedHashMap<>();
        for (LearningEvent event : events) {
            told.putIfAbsent(new EventKey(event.guardian(), event.id()), asKept(event));
        }
        if (!told.isEmpty()) {
            store.lock(told.keySet().stream().map(EventKey::guardian).distinct().toList());
            told.keySet().removeAll(store.known(told.values()));
        }
        return told.values();
    }

    @Override
    public Earnings earnedBy(
            Map<GuardianId, Collection<UUID>> events, Instant earliest, Instant latest) {
        if (events.isEmpty()) {
            return Earnings.NONE;
        }
        return new Earnings(past.earnedBy(events, earliest, latest), grading.reachedBy(events));
    }

    /** The event as the database keeps it: to the microsecond. */
    private static LearningEvent asKept(LearningEvent event) {
        return new LearningEvent(
                event.id(),
                event.guardian(),
                event.kind(),
                event.cause(),
                event.occurredAt().truncatedTo(ChronoUnit.MICROS),
                event.subject(),
                event.division(),
                event.setting());
    }

    /** From when on each guardian's ledger is gone through for these events. */
    private Map<GuardianId, Since> sinces(Collection<LearningEvent> events) {
        Map<GuardianId, Since> sinces = new HashMap<>();
        for (LearningEvent event : events) {
            sinces.merge(
                    event.guardian(),
                    since(event),
                    (one, other) -> one.at().isBefore(other.at()) ? one : other);
        }
        return sinces;
    }

    /**
     * Brings months back from files, for good, that a fact told very late looks at. Nothing that is
     * needed by what is told in time lies there, so that is not even asked.
     */
    private void bringBack(Collection<Since> sinces) {
        LocalDate here = EntryArchive.needed(times.today());
        for (Since since : sinces) {
            LocalDate floor = times.dayOf(since.floor());
            if (floor.isBefore(here)) {
                months.bringFrom(since.guardian(), YearMonth.from(floor));
            }
        }
    }

    /** Opens each guardian's book at the first of the new events, or at what was decided about. */
    private Collection<Book> books(
            Collection<LearningEvent> events,
            Map<GuardianId, Since> sinces,
            Book.@Nullable Decided decided) {
        bringBack(sinces.values());
        Map<GuardianId, Tally> tallies = store.before(sinces.values());
        Map<UUID, Standing> standings = holding.standings(sinces.keySet());
        Map<GuardianId, Book> books = new TreeMap<>();
        tallies.forEach((guardian, tally) ->
                books.put(guardian, new Book(guardian, tally, standings, holding, decided)));
        for (LearningEvent event : events) {
            book(books, event.guardian()).tell(event, claim(event));
        }
        for (EntryRow row : store.later(sinces.values())) {
            book(books, new GuardianId(row.guardianId())).recall(row, claim(row.event()));
        }
        Set<CauseOf> causes = new HashSet<>();
        books.values().forEach(book -> causes.addAll(book.causes()));
        store.addCauses(tallies, causes, sinces);
        return books.values();
    }

    private static Book book(Map<GuardianId, Book> books, GuardianId guardian) {
        return Objects.requireNonNull(books.get(guardian));
    }

    private Since since(LearningEvent event) {
        LocalDate day = times.dayOf(event.occurredAt());
        LocalDate floor = Period.floor(day, rules.book().capsTerms());
        return new Since(
                event.guardian(),
                event.occurredAt(),
                day,
                floor.atStartOfDay(times.zone()).toInstant());
    }

    private Claim claim(LearningEvent event) {
        LocalDate day = times.dayOf(event.occurredAt());
        return Claim.of(event, day, times.zone(), rules.inForce(event, day));
    }

    /** What a book came to: its new lines and what is to be told of them. */
    record Booked(List<EntryRow> rows, List<Credited> credited, List<Earned> earned) {}
}
