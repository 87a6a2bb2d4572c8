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
import org.jiaxue.points.rules.Category;
import org.jiaxue.points.rules.Crediting;
import org.jiaxue.points.rules.Crediting.Claim;
import org.jiaxue.points.rules.Crediting.Correction;
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

    /**
     * A line that is in the ledger: the first one of an event, or a correction of it. An event's
     * lines come in the order in which they were written.
     */
    void recall(EntryRow row, Claim claim) {
        events.putIfAbsent(row.eventId(), row.event());
        @Nullable UUID corrects = row.correctsEntryId();
        boolean kept = row.state().equals(EntryRow.KEPT);
        Line line =
                new Line(
                        corrects == null ? row.entryId() : corrects,
                        claim,
                        row.ref(),
                        Category.ofSlug(row.category()).orElse(Category.OTHER),
                        kept ? 0 : row.points(),
                        kept ? row.points() : 0);
        lines.merge(row.eventId(), line, Book::together);
    }

    /** What is counted was last credited by and for what the later line says. */
    private static Line together(Line one, Line later) {
        Line last = later.counted() == 0 ? one : later;
        return new Line(
                one.entry(),
                one.claim(),
                last.ref(),
                last.category(),
                one.counted() + later.counted(),
                one.kept() + later.kept());
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
        Settled settled = Crediting.settle(before, lines.values(), fresh);
        Booked booked = new Booked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        settled.corrections().forEach(correction -> correct(correction, booked));
        settled.fresh().forEach(outcome -> credit(outcome, booked));
        return booked;
    }

    /** Adds the difference; what is now for something else is taken there and added here. */
    private void correct(Correction correction, Booked booked) {
        Line line = correction.line();
        Category now = correction.outcome().claim().category();
        if (correction.moved()) {
            write(booked, correction, line.category(), -line.counted(), EntryRow.COUNTED);
            write(booked, correction, now, correction.outcome().points(), EntryRow.COUNTED);
        } else {
            write(booked, correction, now, correction.counted(), EntryRow.COUNTED);
        }
        write(booked, correction, line.category(), correction.kept(), EntryRow.KEPT);
    }

    private void write(
            Booked booked, Correction correction, Category category, int points, String state) {
        if (points == 0) {
            return;
        }
        UUID id = Ids.next();
        LearningEvent event = event(correction.outcome());
        booked.rows()
                .add(
                        EntryRow.of(
                                event,
                                correction.outcome().claim(),
                                id,
                                correction.line().entry(),
                                category,
                                points,
                                state,
                                correction.why()));
        booked.credited().add(new Credited(id, event, points, category.slug()));
    }

    private void credit(Outcome outcome, Booked booked) {
        LearningEvent event = event(outcome);
        UUID id = Ids.next();
        Words why = outcome.why();
        Category category = outcome.claim().category();
        EntryRow row =
                EntryRow.of(
                        event,
                        outcome.claim(),
                        id,
                        null,
                        category,
                        outcome.points(),
                        EntryRow.COUNTED,
                        why);
        booked.rows().add(row);
        booked.credited().add(new Credited(id, event, outcome.points(), category.slug()));
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
