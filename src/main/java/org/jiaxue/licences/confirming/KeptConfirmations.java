package org.jiaxue.licences.confirming;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.identity.People;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.licences.confirming.ConfirmationStore.Kept;
import org.jiaxue.licences.confirming.Openings.Opening;
import org.jiaxue.licences.grading.Levels;
import org.jiaxue.licences.grading.Licence;
import org.jiaxue.licences.scheme.Schemes;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Confirmations as the database keeps them. */
@Component
class KeptConfirmations implements Confirmations {

    private final ConfirmationStore store;
    private final Openings openings;
    private final Levels levels;
    private final Schemes schemes;
    private final People people;
    private final Times times;

    KeptConfirmations(
            ConfirmationStore store,
            Openings openings,
            Levels levels,
            Schemes schemes,
            People people,
            Times times) {
        this.store = store;
        this.openings = openings;
        this.levels = levels;
        this.schemes = schemes;
        this.people = people;
        this.times = times;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Askable> askable(GuardianId guardian) {
        return openings.of(guardian).stream()
                .filter(it -> it.asked() < MOST_ASKED)
                .map(Opening::askable)
                .toList();
    }

    @Override
    @Transactional
    public Asked ask(GuardianId guardian, Wanted wanted) {
        Optional<Opening> found =
                openings.of(guardian).stream()
                        .filter(it -> it.askable().wanted().equals(wanted))
                        .findFirst();
        if (found.isEmpty() || people.hereUntilCommit(List.of(guardian)).isEmpty()) {
            return new Asked.NotNow();
        }
        Opening opening = found.get();
        @Nullable Place place = opening.askable().place();
        if (place == null) {
            return new Asked.Nobody();
        }
        if (opening.asked() >= MOST_ASKED) {
            return new Asked.TooOften();
        }
        Kept one =
                new Kept(
                        Ids.next(),
                        guardian,
                        wanted,
                        opening.version(),
                        opening.division(),
                        place,
                        now(),
                        State.WAITING,
                        null,
                        "");
        return store.insert(one) ? new Asked.Waiting(request(one)) : new Asked.NotNow();
    }

    @Override
    @Transactional
    public boolean withdraw(GuardianId guardian, UUID request) {
        return store.of(guardian, MOST_LISTED).stream()
                .filter(it -> it.id().equals(request) && it.state() == State.WAITING)
                .anyMatch(it -> store.decide(it, State.WITHDRAWN, null, "", now()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> ofGuardian(GuardianId guardian) {
        return store.of(guardian, MOST_LISTED).stream().map(this::request).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Request> waitingAt(Collection<Place> places) {
        return store.waiting(places, MOST_LISTED).stream().map(this::request).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Request> waiting(UUID request, Collection<Place> places) {
        return store.waiting(request, places).map(this::request);
    }

    @Override
    @Transactional
    public Decided confirm(UUID request, Collection<Place> places, StaffId by) {
        Optional<Kept> found = here(request, places);
        if (found.isEmpty()) {
            return new Decided.NotHere();
        }
        Kept one = found.get();
        Instant now = now();
        if (!store.decide(one, State.CONFIRMED, by, "", now)) {
            return new Decided.NotHere();
        }
        levels.confirmed(licence(one, now), one.division());
        return new Decided.Done(request(decided(one, State.CONFIRMED, now, "")));
    }

    @Override
    @Transactional
    public Decided decline(UUID request, Collection<Place> places, StaffId by, String reason) {
        if (reason.isBlank() || reason.length() > MOST_REASON) {
            throw new IllegalArgumentException("a reason of 1 to " + MOST_REASON + " characters");
        }
        Optional<Kept> found = here(request, places);
        Instant now = now();
        if (found.isEmpty()
                || !store.decide(found.get(), State.DECLINED, by, reason.strip(), now)) {
            return new Decided.NotHere();
        }
        return new Decided.Done(request(decided(found.get(), State.DECLINED, now, reason.strip())));
    }

    /** A request whose guardian's account stays until this is decided. */
    private Optional<Kept> here(UUID request, Collection<Place> places) {
        return store.waiting(request, places)
                .filter(it -> !people.hereUntilCommit(List.of(it.guardian())).isEmpty());
    }

    private static Licence licence(Kept one, Instant at) {
        return new Licence(
                one.guardian().value(),
                one.wanted().scheme(),
                one.wanted().layer(),
                one.wanted().period(),
                one.wanted().level(),
                one.version(),
                at,
                one.id(),
                List.of(),
                one.id());
    }

    private static Kept decided(Kept one, State state, Instant at, String reason) {
        return new Kept(
                one.id(),
                one.guardian(),
                one.wanted(),
                one.version(),
                one.division(),
                one.place(),
                one.askedAt(),
                state,
                at,
                reason);
    }

    private Request request(Kept one) {
        return new Request(
                one.id(),
                one.guardian(),
                one.wanted(),
                Openings.names(schemes.named(one.wanted().scheme(), one.version()), one.wanted()),
                one.place(),
                one.askedAt(),
                one.state(),
                one.decidedAt(),
                one.reason());
    }

    private Instant now() {
        return times.now().truncatedTo(ChronoUnit.MICROS);
    }
}
