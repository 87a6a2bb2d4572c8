package org.jiaxue.licences.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiaxue.identity.People;
import org.jiaxue.licences.Ladders;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Seal;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What guardians may take, take and give back. Nothing of it costs or earns anything. */
@Component
public class Takings {

    /** How many of what one took are shown. */
    public static final int MOST_SHOWN = 100;

    static final String CODES = "licences.benefit.code";

    private final OfferStore offers;
    private final TakingStore store;
    private final Ladders ladders;
    private final People people;
    private final Secrets secrets;
    private final Seal seal;
    private final Times times;
    private final DatabaseClock clock;

    Takings(
            OfferStore offers,
            TakingStore store,
            Ladders ladders,
            People people,
            Secrets secrets,
            Times times,
            DatabaseClock clock) {
        this.offers = offers;
        this.store = store;
        this.ladders = ladders;
        this.people = people;
        this.secrets = secrets;
        this.seal = secrets.seal(CODES);
        this.times = times;
        this.clock = clock;
    }

    /**
     * What is open where a guardian lives.
     *
     * @param mine what a licence of theirs gives access to
     * @param next what the next level of a layer of theirs would open
     */
    public record Open(List<Kept> mine, List<Kept> next) {}

    /** Something taken, with its offer. */
    public record Mine(Taking taking, Kept offer) {

        /** The words under which it was taken. */
        public Promise promise() {
            return offer.wording(taking.version()).promise();
        }
    }

    @Transactional(readOnly = true)
    public Open openTo(GuardianId guardian) {
        LocalDate today = times.today();
        List<Kept> here =
                offers.open(people.divisionOf(guardian), today, Offers.MOST_SHOWN).stream()
                        .filter(it -> it.on(today) == Kept.State.OPEN)
                        .toList();
        if (here.isEmpty()) {
            return new Open(List.of(), List.of());
        }
        List<Ladders.Rung> held = ladders.held(guardian);
        List<Ladders.Rung> next = ladders.next(guardian);
        return new Open(
                here.stream().filter(it -> it.offer().gate().opensTo(held)).toList(),
                here.stream()
                        .filter(it -> !it.offer().gate().opensTo(held))
                        .filter(it -> it.offer().gate().opensTo(next))
                        .toList());
    }

    /**
     * Takes one. The guardian's row is locked first (shared), then the offer's, so that of several
     * who come for the last one is given it and one guardian never gets more than they may.
     */
    @Transactional
    public Got take(GuardianId guardian, OfferId id) {
        if (people.hereUntilCommit(List.of(guardian)).isEmpty()) {
            return new Got.NotOpen();
        }
        Instant now = clock.now();
        LocalDate today = times.dayOf(now);
        Optional<Kept> found =
                offers.find(id)
                        .filter(it -> it.on(today) == Kept.State.OPEN)
                        .filter(it ->
                                people.divisionOf(guardian).startsWith(it.offer().division()));
        if (found.isEmpty()) {
            return new Got.NotOpen();
        }
        Offer offer = found.get().offer();
        if (!offer.gate().opensTo(ladders.held(guardian))) {
            return new Got.NoAccess();
        }
        if (store.count(guardian, id) >= offer.each()) {
            return new Got.HasAll(offer.each(), offer.until());
        }
        if (!offers.reserve(id, today)) {
            boolean open =
                    offers.find(id).filter(it -> it.on(today) == Kept.State.OPEN).isPresent();
            return open ? new Got.NoneLeft() : new Got.NotOpen();
        }
        if (store.count(guardian, id) >= offer.each()) {
            offers.release(id, 1);
            return new Got.HasAll(offer.each(), offer.until());
        }
        int version = found.get().read().orElseThrow().version();
        return new Got.Taken(keep(guardian, offer, version, now));
    }

    private TakingId keep(GuardianId guardian, Offer offer, int version, Instant now) {
        TakingId id = TakingId.next();
        Taking taking = new Taking(id, offer.id(), version, offer.until(), now, null, null);
        if (offer.kind().coded()) {
            Code code = Code.random();
            store.add(guardian, taking, seal.close(code.letters(), id.toString()));
            store.addCode(secrets.hash(CODES, code.letters()), guardian, id);
        } else {
            store.add(guardian, taking, null);
        }
        return id;
    }

    /** Gives back what was not used; false if it was, or is not the guardian's. */
    @Transactional
    public boolean giveBack(GuardianId guardian, TakingId id) {
        Optional<Taking> taking = store.find(guardian, id);
        if (taking.isEmpty()
                || people.hereUntilCommit(List.of(guardian)).isEmpty()
                || !store.giveBack(guardian, id, clock.now())) {
            return false;
        }
        offers.release(taking.get().offer(), 1);
        return true;
    }

    /** What a guardian took, the latest first, at most {@value #MOST_SHOWN}. */
    @Transactional(readOnly = true)
    public List<Mine> of(GuardianId guardian) {
        return store.of(guardian, MOST_SHOWN).stream().map(this::mine).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Mine> find(GuardianId guardian, TakingId id) {
        return store.find(guardian, id).map(this::mine);
    }

    /** How many of an offer a guardian has. */
    public int count(GuardianId guardian, OfferId offer) {
        return store.count(guardian, offer);
    }

    /** The code in its groups; empty for what has none. */
    public List<String> groups(GuardianId guardian, TakingId id) {
        return store.sealed(guardian, id)
                .flatMap(it -> seal.openText(it, id.toString()))
                .map(it -> new Code(it).groups())
                .orElse(List.of());
    }

    private Mine mine(Taking taking) {
        return new Mine(taking, offers.find(taking.offer()).orElseThrow());
    }
}
