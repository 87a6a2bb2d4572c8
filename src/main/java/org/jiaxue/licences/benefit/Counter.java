package org.jiaxue.licences.benefit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jiaxue.identity.Audit;
import org.jiaxue.identity.Throttle;
import org.jiaxue.licences.benefit.TakingStore.Owned;
import org.jiaxue.web.Access;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes codes in where they are shown. Wrong ones are counted; right ones are not. */
@Component
public class Counter {

    /** How many wrong codes a member of staff may try. */
    public static final int MOST_WRONG = 20;

    private static final Throttle.Bound WRONG =
            new Throttle.Bound(
                    "BENEFIT_CODES_A_STAFF_TEN_MINUTES", MOST_WRONG, Duration.ofMinutes(10));

    private final TakingStore takings;
    private final OfferStore offers;
    private final Access access;
    private final Throttle throttle;
    private final Audit audit;
    private final Secrets secrets;
    private final Times times;
    private final DatabaseClock clock;

    Counter(
            TakingStore takings,
            OfferStore offers,
            Access access,
            Throttle throttle,
            Audit audit,
            Secrets secrets,
            Times times,
            DatabaseClock clock) {
        this.takings = takings;
        this.offers = offers;
        this.access = access;
        this.throttle = throttle;
        this.audit = audit;
        this.secrets = secrets;
        this.times = times;
        this.clock = clock;
    }

    /** What was found under a code, and whose it is. */
    private record Found(Owned owned, Kept offer) {

        Promise promise() {
            return offer.wording(owned.taking().version()).promise();
        }
    }

    /** Says what a code is good for, without taking it in. */
    @Transactional
    public Redeeming look(Viewer.Staff by, String typed) {
        return answer(by, typed, false);
    }

    /** Takes a code in: of two who do so at once one is told that it was used. */
    @Transactional
    public Redeeming use(Viewer.Staff by, String typed) {
        return answer(by, typed, true);
    }

    private Redeeming answer(Viewer.Staff by, String typed, boolean use) {
        Optional<Duration> wait = shut(by);
        if (wait.isPresent()) {
            return new Redeeming.TooOften(wait.get());
        }
        Optional<Code> code = Code.read(typed);
        if (code.isEmpty()) {
            return new Redeeming.Malformed();
        }
        Optional<Found> found = found(by, code.get());
        if (found.isEmpty()) {
            return throttle.over(WRONG, by.id().toString())
                    .<Redeeming>map(Redeeming.TooOften::new)
                    .orElseGet(Redeeming.Unknown::new);
        }
        Instant now = clock.now();
        if (use && takings.use(found.get().owned(), times.dayOf(now), now, by.id())) {
            audit.note(by, "benefit.redeemed", found.get().offer().offer().id().toString());
            return new Redeeming.Used(
                    found.get().offer().offer().kind(), found.get().promise(), now);
        }
        return standing(found(by, code.get()).orElse(found.get()), now);
    }

    private Redeeming standing(Found found, Instant now) {
        Taking taking = found.owned().taking();
        return switch (taking.on(times.dayOf(now))) {
            case GOOD ->
                    new Redeeming.Good(
                            found.offer().offer().kind(), found.promise(), taking.until());
            case USED ->
                    new Redeeming.UsedBefore(
                            found.promise(), Objects.requireNonNull(taking.usedAt()));
            case RETURNED -> new Redeeming.GivenBack(found.promise());
            case PAST -> new Redeeming.Past(found.promise(), taking.until());
        };
    }

    /** Somebody else's offer is answered as an unknown code. */
    private Optional<Found> found(Viewer.Staff by, Code code) {
        return takings.byCode(secrets.hash(Takings.CODES, code.letters()))
                .flatMap(owned ->
                        offers.find(owned.taking().offer()).map(it -> new Found(owned, it)))
                .filter(it ->
                        access.allows(by, Deed.REDEEM_BENEFIT, it.offer().offer().division()));
    }

    private Optional<Duration> shut(Viewer.Staff by) {
        Instant now = times.now();
        return throttle.tried(WRONG, by.id().toString()).stream()
                .filter(it -> it.until().isAfter(now) && it.times() >= MOST_WRONG)
                .map(it -> Duration.between(now, it.until()))
                .findFirst();
    }
}
