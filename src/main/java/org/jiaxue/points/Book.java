package org.jiaxue.points;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    Book(GuardianId guardian, Tally before) {
        this.guardian = guardian;
        this.before = before;
    }

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
        boolean kept = row.state().equals(EntryRow.KEPT);
        Line line =
                new Line(
                        corrects == null ? row.entryId() : corrects,
                        claim,
                        kept ? 0 : row.points(),
                        kept ? row.points() : 0);
        lines.merge(row.eventId(), line, Book::together);
    }

    private static Line together(Line one, Line other) {
        return new Line(
                one.entry(),
                one.claim(),
                one.counted() + other.counted(),
                one.kept() + other.kept());
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
        Settled settled = Crediting.settle(before, lines.values(), fresh);
        Booked booked = new Booked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        settled.changes().forEach(change -> correct(change, booked));
        settled.fresh().forEach(outcome -> credit(outcome, booked));
        return booked;
    }

    private void correct(Change change, Booked booked) {
        LearningEvent event = event(change.outcome());
        Words why = change.why();
        write(booked, event, change, change.counted(), EntryRow.COUNTED, why);
        write(booked, event, change, change.kept(), EntryRow.KEPT, why);
    }

    private static void write(
            Booked booked,
            LearningEvent event,
            Change change,
            int points,
            String state,
            Words why) {
        if (points != 0) {
            UUID id = Ids.next();
            Claim claim = change.outcome().claim();
            booked.rows()
                    .add(EntryRow.of(event, claim, id, change.line().entry(), points, state, why));
            booked.credited().add(new Credited(id, event, points));
        }
    }

    private void credit(Outcome outcome, Booked booked) {
        LearningEvent event = event(outcome);
        UUID id = Ids.next();
        Words why = outcome.why();
        EntryRow row =
                EntryRow.of(
                        event, outcome.claim(), id, null, outcome.points(), EntryRow.COUNTED, why);
        booked.rows().add(row);
        booked.credited().add(new Credited(id, event, outcome.points()));
        booked.earned()
                .add(
                        new Earned(
                                event.id(),
                                outcome.points(),
                                row.rule(),
                                row.ruleVersion(),
                                EntryStore.sentence(row.did(), why)));
    }

    private LearningEvent event(Outcome outcome) {
        @Nullable LearningEvent event = events.get(outcome.claim().event());
        if (event == null) {
            throw new IllegalStateException("No such event: " + outcome.claim().event());
        }
        return event;
    }
}
