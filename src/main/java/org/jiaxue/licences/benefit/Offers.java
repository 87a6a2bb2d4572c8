package org.jiaxue.licences.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jiaxue.identity.Audit;
import org.jiaxue.licences.Ladders;
import org.jiaxue.licences.wording.Expressions;
import org.jiaxue.licences.wording.Objection;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes offers, mends their words and ends them. What somebody took is never touched: they keep the
 * words that they read, and the last day.
 */
@Component
public class Offers {

    /** How many offers of one division run at once. */
    public static final int MOST_RUNNING = 100;

    /** How many offers are shown at once. */
    public static final int MOST_SHOWN = 200;

    /** How long an offer that is over is shown to officers. */
    public static final Period SHOWN_AFTER = Period.ofDays(90);

    /** How often the words of one offer may be mended. */
    public static final int MOST_WORDINGS = 50;

    private final OfferStore store;
    private final Ladders ladders;
    private final Expressions expressions;
    private final Audit audit;
    private final Times times;
    private final DatabaseClock clock;

    Offers(
            OfferStore store,
            Ladders ladders,
            Expressions expressions,
            Audit audit,
            Times times,
            DatabaseClock clock) {
        this.store = store;
        this.ladders = ladders;
        this.expressions = expressions;
        this.audit = audit;
        this.times = times;
        this.clock = clock;
    }

    /** Makes an offer, which waits for a second officer. Made twice, it is there once. */
    @Transactional
    public Publishing make(Offer offer, Promise promise, Viewer.Staff by) {
        Optional<Objection> objection = objection(promise);
        if (objection.isPresent()) {
            return new Publishing.Worded(objection.get());
        }
        if (!named(offer)) {
            return new Publishing.NoSuchLevel();
        }
        Instant now = clock.now();
        if (store.running(offer.division(), times.dayOf(now)) >= MOST_RUNNING) {
            return new Publishing.TooMany();
        }
        store.add(offer, by.id(), now);
        store.word(offer.id(), 1, promise, by.id(), now);
        audit.note(by, "benefit.offered", offer.id().toString());
        return new Publishing.Done(offer.id());
    }

    /**
     * Puts other words in the place of an offer's, once a second officer has read them.
     *
     * @param version the newest wording that the officer saw
     */
    @Transactional
    public Publishing mend(OfferId id, int version, Promise promise, Viewer.Staff by) {
        Optional<Kept> kept = store.find(id);
        if (kept.isEmpty()) {
            return new Publishing.Unknown();
        }
        Optional<Objection> objection = objection(promise);
        if (objection.isPresent()) {
            return new Publishing.Worded(objection.get());
        }
        Instant now = clock.now();
        if (!running(kept.get(), now)
                || kept.get().newest().version() != version
                || version >= MOST_WORDINGS
                || !store.word(id, version + 1, promise, by.id(), now)) {
            return new Publishing.Changed();
        }
        audit.note(by, "benefit.worded", id.toString());
        return new Publishing.Done(id);
    }

    /** The second officer lets a wording open; whoever wrote it cannot. */
    @Transactional
    public Publishing read(OfferId id, int version, Viewer.Staff by) {
        Optional<Kept> kept = store.find(id);
        if (kept.isEmpty()) {
            return new Publishing.Unknown();
        }
        Instant now = clock.now();
        Wording newest = kept.get().newest();
        if (newest.version() != version || !running(kept.get(), now)) {
            return new Publishing.Changed();
        }
        if (newest.by().equals(by.id())) {
            return new Publishing.OwnWords();
        }
        if (!store.read(id, version, by.id(), now)) {
            return new Publishing.Changed();
        }
        audit.note(by, "benefit.opened", id.toString());
        return new Publishing.Done(id);
    }

    /** Ends an offer early; nobody can take of it any more, and what was taken stays good. */
    @Transactional
    public Publishing end(OfferId id, Viewer.Staff by) {
        if (store.find(id).isEmpty()) {
            return new Publishing.Unknown();
        }
        if (!store.end(id, by.id(), clock.now())) {
            return new Publishing.Changed();
        }
        audit.note(by, "benefit.ended", id.toString());
        return new Publishing.Done(id);
    }

    public Optional<Kept> find(OfferId id) {
        return store.find(id);
    }

    /**
     * The offers of a division and of those below it that are not long over, the latest first, at
     * most {@value #MOST_SHOWN}.
     */
    public List<Kept> under(String division) {
        return store.under(division, times.today().minus(SHOWN_AFTER), MOST_SHOWN);
    }

    /** The first thing in these words that no offer may say. */
    public Optional<Objection> objection(Promise promise) {
        return promise.texts().flatMap(it -> expressions.objection(it).stream()).findFirst();
    }

    /** The first thing in a text that no offer may say. */
    public Optional<Objection> objection(String text) {
        return expressions.objection(text);
    }

    private boolean running(Kept kept, Instant now) {
        LocalDate today = times.dayOf(now);
        return kept.endedAt() == null && !today.isAfter(kept.offer().until());
    }

    private boolean named(Offer offer) {
        Gate gate = offer.gate();
        return ladders.at(offer.division()).stream()
                .filter(it -> it.scheme().equals(gate.scheme()))
                .filter(it -> gate.level() >= 1 && gate.level() <= it.levels().size())
                .anyMatch(it ->
                        gate.layer() == null
                                || it.layer(Objects.requireNonNull(gate.layer())).isPresent());
    }
}
