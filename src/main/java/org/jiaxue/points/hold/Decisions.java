package org.jiaxue.points.hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.People;
import org.jiaxue.points.Settling;
import org.jiaxue.points.detection.DetectorSet.Sentence;
import org.jiaxue.points.detection.Detectors;
import org.jiaxue.points.hold.Hold.Decision;
import org.jiaxue.points.hold.Hold.State;
import org.jiaxue.points.hold.Hold.Step;
import org.jiaxue.points.hold.Reason.Outcome;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides about holds. Nothing is ever taken by time: what nobody decided within {@value #DAYS}
 * days is released, an appeal too. Each deed holds the guardian's row and then the account, as
 * whoever credits does, so that two officers, or an officer and a beat, wait for each other.
 */
@Component
class Decisions {

    /** How many days somebody has to decide, and a guardian to appeal. */
    static final int DAYS = 15;

    /** The most characters that a guardian writes, or an officer notes. */
    static final int MOST_WORDS = 1_000;

    private static final int MOST_AT_ONCE = 200;

    private final HoldStore store;
    private final Settling settling;
    private final Detectors detectors;
    private final People people;
    private final Audit audit;
    private final DatabaseClock clock;
    private final Times times;

    Decisions(
            HoldStore store,
            Settling settling,
            Detectors detectors,
            People people,
            Audit audit,
            DatabaseClock clock,
            Times times) {
        this.store = store;
        this.settling = settling;
        this.detectors = detectors;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.times = times;
    }

    /**
     * A person's decision.
     *
     * @param step which one they meant to take; the other may be due meanwhile
     * @param reason one that people may give
     * @param node where they may decide about it, for the log
     */
    @Transactional
    Deciding decide(
            Viewer.Staff staff,
            UUID id,
            Step step,
            Reason reason,
            @Nullable String note,
            String node) {
        Optional<Hold> found = locked(id);
        if (found.isEmpty()) {
            return Deciding.UNKNOWN;
        }
        Hold hold = found.get();
        Instant now = clock.now();
        if (!hold.waits() || hold.step() != step) {
            return Deciding.ALREADY;
        }
        if (staff.id().equals(hold.firstBy())) {
            return Deciding.OWN;
        }
        if (!now.isBefore(hold.until())) {
            return Deciding.TOO_LATE;
        }
        decide(hold, new Decision(step, reason, note, staff.id(), now));
        audit.note(staff, "points.hold." + reason.outcome().slug(), id.toString(), node);
        return Deciding.DONE;
    }

    /** What a guardian adds while it waits for the first decision: once. */
    @Transactional
    Deciding say(Viewer viewer, GuardianId guardian, UUID id, String words) {
        Optional<Hold> found = locked(id).filter(it -> it.guardian().equals(guardian));
        if (found.isEmpty()) {
            return Deciding.UNKNOWN;
        }
        Hold hold = found.get();
        if (hold.state() != State.WAITING || !store.said(hold).isEmpty()) {
            return Deciding.ALREADY;
        }
        store.say(hold, Step.FIRST, words, null, clock.now());
        audit.note(viewer, "points.hold.said", id.toString());
        return Deciding.DONE;
    }

    /** An appeal against a refusal, within {@value #DAYS} days after the day of it. */
    @Transactional
    Deciding appeal(Viewer viewer, GuardianId guardian, UUID id, String words) {
        Optional<Hold> found = locked(id).filter(it -> it.guardian().equals(guardian));
        if (found.isEmpty()) {
            return Deciding.UNKNOWN;
        }
        Hold hold = found.get();
        Instant now = clock.now();
        if (hold.state() != State.REFUSED) {
            return Deciding.ALREADY;
        }
        if (!now.isBefore(appealUntil(hold))) {
            return Deciding.TOO_LATE;
        }
        store.say(hold, Step.APPEAL, words, Holds.endOf(times, now), now);
        audit.note(viewer, "points.hold.appealed", id.toString());
        return Deciding.DONE;
    }

    /** Until when a refusal can be appealed. */
    Instant appealUntil(Hold refused) {
        return Holds.endOf(times, store.decisions(refused).getFirst().at());
    }

    /** Those that nobody decided about in time, a bounded number at once. */
    List<UUID> overdue() {
        return store.overdue(clock.now(), MOST_AT_ONCE);
    }

    /** Releases one that nobody decided about in time; one that does not wait is left alone. */
    @Transactional
    void release(UUID id) {
        Instant now = clock.now();
        locked(id)
                .filter(hold -> hold.waits() && !now.isBefore(hold.until()))
                .ifPresent(hold ->
                        decide(hold, new Decision(hold.step(), Reason.IN_TIME, null, null, now)));
    }

    /** The hold as it stands, which stays so until the transaction ends. */
    private Optional<Hold> locked(UUID id) {
        Optional<GuardianId> guardian = store.find(id).map(Hold::guardian);
        if (guardian.isEmpty() || people.hereUntilCommit(List.of(guardian.get())).isEmpty()) {
            return Optional.empty();
        }
        settling.lock(guardian.get());
        return store.find(id);
    }

    private void decide(Hold hold, Decision decision) {
        store.decide(hold, decision);
        settling.settle(
                hold.guardian(),
                hold.event(),
                detectors.say(times.today(), sentence(decision), 0, DAYS));
    }

    private static Sentence sentence(Decision decision) {
        @Nullable StaffId by = decision.by();
        if (by == null) {
            return Sentence.RELEASED_IN_TIME;
        }
        boolean released = decision.reason().outcome() == Outcome.RELEASED;
        return switch (decision.step()) {
            case FIRST -> released ? Sentence.RELEASED : Sentence.REFUSED;
            case APPEAL -> released ? Sentence.APPEAL_RELEASED : Sentence.APPEAL_REFUSED;
        };
    }
}
