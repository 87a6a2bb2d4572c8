package org.jiaxue.licences;

import java.time.LocalDate;
import org.jiaxue.licences.benefit.BenefitKind;
import org.jiaxue.licences.benefit.Gate;
import org.jiaxue.licences.benefit.Offer;
import org.jiaxue.licences.benefit.OfferId;
import org.jiaxue.licences.benefit.Offers;
import org.jiaxue.licences.benefit.Promise;
import org.jiaxue.licences.benefit.Publishing;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to what licences open. */
@Component
public class Benefits {

    private final Offers offers;

    Benefits(Offers offers) {
        this.offers = offers;
    }

    /**
     * An offer of a division.
     *
     * @param kind {@code booking-ahead}, {@code voucher} or {@code venue-pass}
     * @param scheme the scheme of which a level is needed, in any layer
     * @param level at least this one, from 1
     * @param quota how many there are, 1 to 100,000
     * @param each how many one guardian may have, 1 to 10
     * @param from the first day, and {@code until} the last
     * @param title at most 40 characters, 80 in English
     * @param what what one gets, at most 300 characters, 600 in English
     * @param place where, at most 80 characters, 160 in English
     */
    public record Opening(
            String division,
            String kind,
            String scheme,
            int level,
            int quota,
            int each,
            LocalDate from,
            LocalDate until,
            Words title,
            Words what,
            Words place) {}

    /**
     * Makes an offer that waits for a second officer.
     *
     * @return its id, as pages write it
     * @throws IllegalArgumentException for words that no offer may use, and levels that are not
     *     there
     */
    @Transactional
    public String make(Opening opening, Viewer.Staff by) {
        Offer offer =
                new Offer(
                        OfferId.next(),
                        opening.division(),
                        BenefitKind.ofSlug(opening.kind()).orElseThrow(),
                        new Gate(opening.scheme(), opening.level(), null),
                        opening.quota(),
                        opening.each(),
                        opening.from(),
                        opening.until());
        Promise promise = new Promise(opening.title(), opening.what(), opening.place());
        done(offers.make(offer, promise, by));
        return offer.id().toString();
    }

    /** Makes an offer that another officer has read, so that it opens on its day. */
    @Transactional
    public String open(Opening opening, Viewer.Staff by, Viewer.Staff reader) {
        String id = make(opening, by);
        done(offers.read(OfferId.read(id).orElseThrow(), 1, reader));
        return id;
    }

    private static void done(Publishing came) {
        if (!(came instanceof Publishing.Done)) {
            throw new IllegalArgumentException(came.toString());
        }
    }
}
