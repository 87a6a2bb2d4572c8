package org.jiaxue.licences.benefit;

import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Keeps;
import org.jiaxue.web.Teller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of guardians in offers and what they took; told and erased with the room's. */
@Component
public class BenefitData {

    private static final String PUBLIC = "an offer to everybody with a licence";
    private static final String OFFICER =
            "who made, worded, read or ended it, so that it can be asked";
    private static final String CODE = "opens what was taken; it stands on the guardian's own page";

    private final TakingStore takings;
    private final OfferStore offers;

    BenefitData(TakingStore takings, OfferStore offers) {
        this.takings = takings;
        this.offers = offers;
    }

    /** Adds this part's tables to the room's. */
    public static Keeps keeps(Keeps room) {
        return room.table("offer")
                .nobody(PUBLIC, "offer_id", "division", "kind", "scheme", "layer", "opens_on")
                .nobody(PUBLIC, "ends_on")
                .staff(OFFICER, "made_by", "ended_by")
                .table("wording")
                .nobody(PUBLIC, "offer_id", "title_zh", "title_en", "what_zh", "what_en")
                .nobody(PUBLIC, "place_zh", "place_en")
                .staff(OFFICER, "written_by", "read_by")
                .table("taking")
                .guardian("guardian_id")
                .derived("taking_id", "offer_id", "good_until", "code_sealed")
                .untold("numbers by which rows find each other", "taking_id")
                .untold("told as its title", "offer_id")
                .untold(CODE, "code_sealed")
                .staff("who took the code in", "used_by")
                .table("taking_code")
                .guardian("guardian_id", "code_hash")
                .derived("taking_id")
                .untold("numbers by which rows find each other", "taking_id");
    }

    /** Tells what a guardian took, the latest first. */
    public void tell(GuardianId guardian, Teller teller) {
        Teller.Rows taken =
                teller.list(
                        "taken", "at", "kind", "title", "place", "until", "usedAt", "returnedAt");
        for (Taking one : takings.of(guardian, Teller.MOST_ROWS)) {
            Kept kept = offers.find(one.offer()).orElseThrow();
            Promise promise = kept.wording(one.version()).promise();
            taken.add(
                    one.at(),
                    teller.coded("licences.benefit.kind.", kept.offer().kind().slug()),
                    promise.title(),
                    promise.place(),
                    one.until(),
                    one.usedAt(),
                    one.returnedAt());
        }
    }

    /** Removes all; a place of what was not used is open to others again. */
    @Transactional
    public void erase(GuardianId guardian) {
        takings.remove(guardian)
                .forEach((offer, unused) -> offers.release(new OfferId(offer), unused));
    }
}
