package org.jiaxue.points;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.EntryRow.Amount;
import org.jiaxue.points.Ledger.Booked;
import org.jiaxue.points.LedgerStore.CauseOf;
import org.jiaxue.points.rules.Category;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Correction;
import org.jiaxue.points.rules.Crediting.Line;
import org.jiaxue.points.rules.Crediting.Outcome;
import org.jiaxue.points.rules.Crediting.Settled;
import org.jiaxue.points.rules.Standing;
import org.jiaxue.points.rules.Tally;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** One guardian's ledger from the first of the new events on. */
final class Book {

    private final GuardianId guardian;
    private final Tally before;
    private final Map<UUID, LearningEvent> events = new LinkedHashMap<>();
    private final List<Claim> fresh = new ArrayList<>();
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private final Map<UUID, Standing> standings;
    private final Holding holding;
    private final @Nullable Decided decided;

    Book(
            GuardianId guardian,
            Tally before,
            Map<UUID, Standing> standings,
            Holding holding,
            @Nullable Decided decided) {
        this.guardian = guardian;
        this.before = before;
        this.standings = standings;
        this.holding = holding;
        this.decided = decided;
    }

    /** What a person decided about, and what its entry is to say. */
    record Decided(UUID event, Words why) {}

    GuardianId guardian() {
        return guardian;
    }

    /** A new event. */
    void tell(LearningEvent event, Claim claim) {
        events.put(event.id(), event);
        fresh.add(claim);
    }

    /**
     * A line that is in the ledger: the first one of an event, or a correction of it. An event's
     * lines come in the order in which they were written.
     */
    void recall(EntryRow row, Claim claim) {
        @Nullable UUID corrects = row.correctsEntryId();
        recall(
                row.event(),
                new Line(
                        corrects == null ? row.entryId() : corrects,
                        claim,
                        row.ref(),
                        Category.ofSlug(row.category()).orElse(Category.OTHER),
                        pointsOf(row, EntryRow.COUNTED),
                        pointsOf(row, EntryRow.KEPT),
                        pointsOf(row, EntryRow.HELD)));
    }

    /** The same where line and event were read apart. */
    void recall(LearningEvent event, Line line) {
        events.putIfAbsent(event.id(), event);
        lines.merge(event.id(), line, Book::together);
    }

    private static int pointsOf(EntryRow row, String state) {
        return row.state().equals(state) ? row.points() : 0;
    }

    /** What the caps see was last credited by and for what the later line says. */
    private static Line together(Line one, Line later) {
        Line last = later.counted() == 0 && later.held() == 0 ? one : later;
        return new Line(
                one.entry(),
                one.claim(),
                last.ref(),
                last.category(),
                one.counted() + later.counted(),
                one.kept() + later.kept(),
                one.held() + later.held());
    }

    /** Every cause that is asked about, new or old. */
    Set<CauseOf> causes() {
        Set<CauseOf> causes = new HashSet<>();
        fresh.forEach(claim -> add(causes, claim));
        lines.values().forEach(line -> add(causes, line.claim()));
        return causes;
    }

    private void add(Set<CauseOf> causes, Claim claim) {
        if (Crediting.sharesCauses(claim.kind())) {
            causes.add(new CauseOf(guardian, Crediting.group(claim.kind()), claim.cause()));
        }
    }

    /** Credits the new events and writes down what they change. */
    Booked settle() {
        return write(credited());
    }

    /** What the new events are credited, and what they change. */
    Settled credited() {
        return Crediting.settle(before, lines.values(), fresh, standings);
    }

    /** The events of which something is to be written. */
    List<LearningEvent> events(Settled settled) {
        return Stream.concat(
                        settled.corrections().stream().map(Correction::outcome),
                        settled.fresh().stream())
                .map(this::event)
                .toList();
    }

    /** Takes events with their titles instead of those that were told without. */
    void name(Map<UUID, LearningEvent> titled) {
        events.replaceAll((id, event) -> titled.getOrDefault(id, event));
    }

    /** Writes down what was credited. */
    Booked write(Settled settled) {
        Booked booked = new Booked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        settled.corrections().forEach(correction -> correct(correction, booked));
        settled.fresh().forEach(outcome -> credit(outcome, booked));
        if (decided != null) {
            close(decided, booked);
        }
        return booked;
    }

    /** Adds the difference; what is now for something else is taken there and added here. */
    private void correct(Correction correction, Booked booked) {
        Line line = correction.line();
        Category now = correction.outcome().claim().category();
        if (correction.moved()) {
            write(booked, correction, line.category(), -line.held(), EntryRow.HELD);
            write(booked, correction, line.category(), -line.counted(), EntryRow.COUNTED);
            int held = line.held() + correction.held();
            write(booked, correction, now, held, EntryRow.HELD);
            int counted = line.counted() + correction.counted();
            write(booked, correction, now, counted, EntryRow.COUNTED);
        } else {
            write(booked, correction, now, correction.held(), EntryRow.HELD);
            write(booked, correction, now, correction.counted(), EntryRow.COUNTED);
        }
        write(booked, correction, line.category(), correction.kept(), EntryRow.KEPT);
    }

    private void write(
            Booked booked, Correction correction, Category category, int points, String state) {
        if (points != 0) {
            Line line = line(correction.outcome(), correction.line(), category);
            add(booked, event(correction.outcome()), line, points, state, why(correction));
        }
    }

    /** The line as it goes on: by today's claim, and for this. */
    private static Line line(Outcome outcome, Line line, Category category) {
        return new Line(
                line.entry(),
                outcome.claim(),
                line.ref(),
                category,
                line.counted(),
                line.kept(),
                line.held());
    }

    private Words why(Correction correction) {
        UUID event = correction.outcome().claim().event();
        if (decided != null && decided.event().equals(event)) {
            return decided.why();
        }
        return holds(event) ? holding.sentence(correction.outcome().points()) : correction.why();
    }

    private boolean holds(UUID event) {
        return standings.get(event) == Standing.HELD;
    }

    /** What is held counts for nothing yet, neither in a balance nor for a licence. */
    private static void add(
            Booked booked, LearningEvent event, Line line, int points, String state, Words why) {
        UUID id = Ids.next();
        Category category = line.category();
        booked.rows()
                .add(
                        EntryRow.of(
                                event,
                                line.claim(),
                                id,
                                line.entry(),
                                new Amount(category, points, state, why)));
        if (!state.equals(EntryRow.HELD)) {
            booked.credited().add(new Credited(id, event, points, category.slug()));
        }
    }

    /** Where caps leave nothing of what was decided about, a line of 0 says what was decided. */
    private void close(Decided decided, Booked booked) {
        if (booked.rows().stream().noneMatch(row -> row.eventId().equals(decided.event()))) {
            Line line = Objects.requireNonNull(lines.get(decided.event()));
            LearningEvent event = Objects.requireNonNull(events.get(decided.event()));
            boolean refused = standings.get(decided.event()) == Standing.REFUSED;
            add(booked, event, line, 0, refused ? EntryRow.HELD : EntryRow.COUNTED, decided.why());
        }
    }

    private void credit(Outcome outcome, Booked booked) {
        LearningEvent event = event(outcome);
        UUID id = Ids.next();
        boolean held = holds(event.id());
        Words why = held ? holding.sentence(outcome.points()) : outcome.why();
        Category category = outcome.claim().category();
        EntryRow row =
                EntryRow.of(
                        event,
                        outcome.claim(),
                        id,
                        null,
                        new Amount(
                                category,
                                outcome.points(),
                                held ? EntryRow.HELD : EntryRow.COUNTED,
                                why));
        booked.rows().add(row);
        if (!held) {
            booked.credited().add(new Credited(id, event, outcome.points(), category.slug()));
        }
        booked.earned()
                .add(
                        new Earned(
                                event.id(),
                                held ? 0 : outcome.points(),
                                row.rule(),
                                row.ruleVersion(),
                                EntryStore.sentence(row.did(), why),
                                held ? outcome.points() : 0));
    }

    private LearningEvent event(Outcome outcome) {
        @Nullable LearningEvent event = events.get(outcome.claim().event());
        if (event == null) {
            throw new IllegalStateException("No such event: " + outcome.claim().event());
        }
        return event;
    }
}
