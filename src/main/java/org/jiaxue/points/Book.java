package org.jiaxue.points;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.learning.Earned;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.points.Ledger.Booked;
import org.jiaxue.points.LedgerStore.CauseOf;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Change;
import org.jiaxue.points.rules.Crediting.Claim;
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

    /** A line that is in the ledger: the first one of an event, or a correction of it. */
    void recall(EntryRow row, Claim claim) {
        events.putIfAbsent(row.eventId(), row.event());
        @Nullable UUID corrects = row.correctsEntryId();
        Line line =
                new Line(
                        corrects == null ? row.entryId() : corrects,
                        claim,
                        pointsOf(row, EntryRow.COUNTED),
                        pointsOf(row, EntryRow.KEPT),
                        pointsOf(row, EntryRow.HELD));
        lines.merge(row.eventId(), line, Book::together);
    }

    private static int pointsOf(EntryRow row, String state) {
        return row.state().equals(state) ? row.points() : 0;
    }

    private static Line together(Line one, Line other) {
        return new Line(
                one.entry(),
                one.claim(),
                one.counted() + other.counted(),
                one.kept() + other.kept(),
                one.held() + other.held());
    }

    /** Every cause that is asked about, new or old. */
    Set<CauseOf> causes() {
        Set<CauseOf> causes = new HashSet<>();
        fresh.forEach(claim -> causes.add(causeOf(claim)));
        lines.values().forEach(line -> causes.add(causeOf(line.claim())));
        return causes;
    }

    private CauseOf causeOf(Claim claim) {
        return new CauseOf(guardian, claim.rules().once(claim.kind()), claim.cause());
    }

    /** Credits the new events and writes down what they change. */
    Booked settle() {
        Settled settled = Crediting.settle(before, lines.values(), fresh, standings);
        Booked booked = new Booked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        settled.changes().forEach(change -> correct(change, booked));
        settled.fresh().forEach(outcome -> credit(outcome, booked));
        if (decided != null) {
            close(decided, booked);
        }
        return booked;
    }

    private void correct(Change change, Booked booked) {
        Words why = why(change);
        write(booked, change, change.held(), EntryRow.HELD, why);
        write(booked, change, change.counted(), EntryRow.COUNTED, why);
        write(booked, change, change.kept(), EntryRow.KEPT, why);
    }

    private Words why(Change change) {
        UUID event = change.outcome().claim().event();
        if (decided != null && decided.event().equals(event)) {
            return decided.why();
        }
        return holds(event) ? holding.sentence(change.outcome().points()) : change.why();
    }

    private boolean holds(UUID event) {
        return standings.get(event) == Standing.HELD;
    }

    private void write(Booked booked, Change change, int points, String state, Words why) {
        if (points != 0) {
            LearningEvent event = event(change.outcome());
            add(booked, event, change.outcome().claim(), change.line(), points, state, why);
        }
    }

    /** What is held counts for nothing yet, neither in a balance nor for a licence. */
    private static void add(
            Booked booked,
            LearningEvent event,
            Claim claim,
            Line line,
            int points,
            String state,
            Words why) {
        UUID id = Ids.next();
        booked.rows().add(EntryRow.of(event, claim, id, line.entry(), points, state, why));
        if (!state.equals(EntryRow.HELD)) {
            booked.credited().add(new Credited(id, event, points));
        }
    }

    /** Where caps leave nothing of what was decided about, a line of 0 says what was decided. */
    private void close(Decided decided, Booked booked) {
        if (booked.rows().stream().noneMatch(row -> row.eventId().equals(decided.event()))) {
            Line line = Objects.requireNonNull(lines.get(decided.event()));
            LearningEvent event = Objects.requireNonNull(events.get(decided.event()));
            boolean refused = standings.get(decided.event()) == Standing.REFUSED;
            String state = refused ? EntryRow.HELD : EntryRow.COUNTED;
            add(booked, event, line.claim(), line, 0, state, decided.why());
        }
    }

    private void credit(Outcome outcome, Booked booked) {
        LearningEvent event = event(outcome);
        UUID id = Ids.next();
        boolean held = holds(event.id());
        Words why = held ? holding.sentence(outcome.points()) : outcome.why();
        EntryRow row =
                EntryRow.of(
                        event,
                        outcome.claim(),
                        id,
                        null,
                        outcome.points(),
                        held ? EntryRow.HELD : EntryRow.COUNTED,
                        why);
        booked.rows().add(row);
        if (!held) {
            booked.credited().add(new Credited(id, event, outcome.points()));
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
