package org.jiaxue.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jiaxue.web.Deed;

/** What a member of staff is, at a node of the region or organisation tree. */
public enum Role {
    TEACHER,
    SCHOOL_ADMIN,
    COUNTY_OFFICER,
    CITY_OFFICER,
    PROVINCE_OFFICER,
    EDITOR,
    REVIEWER,
    EXPERT,
    /** The counter of a venue; it takes codes in and sees nothing else. */
    VENUE;

    /** What every officer may do. */
    private static final Set<Deed> OFFICERS =
            EnumSet.of(
                    Deed.READ_FIGURES,
                    Deed.RUN_ACTIVITY,
                    Deed.REVOKE_CREDENTIAL,
                    Deed.OFFER_BENEFIT,
                    Deed.REDEEM_BENEFIT,
                    Deed.IMPORT_SCHOOLS,
                    Deed.RUN_SCHOOL,
                    Deed.DECIDE_HOLDS,
                    Deed.DRAFT_RULES,
                    Deed.APPROVE_RULES,
                    Deed.GRANT_ROLES);

    /** What the role may do at its node and below. */
    public Set<Deed> deeds() {
        return switch (this) {
            case TEACHER -> EnumSet.of(Deed.TEACH_CLASS, Deed.CONFIRM_FOR_CLASS);
            case SCHOOL_ADMIN ->
                    EnumSet.of(
                            Deed.TEACH_CLASS,
                            Deed.RUN_SCHOOL,
                            Deed.DRAFT_RULES,
                            Deed.CONFIRM_FOR_CLASS,
                            Deed.CONFIRM_FOR_SCHOOL,
                            Deed.GRANT_ROLES);
            case COUNTY_OFFICER -> and(EnumSet.of(Deed.CONFIRM_FOR_COUNTY));
            case CITY_OFFICER -> EnumSet.copyOf(OFFICERS);
            case PROVINCE_OFFICER -> and(EnumSet.of(Deed.CHECK_LEDGER, Deed.TRUST_CLIENTS));
            case EDITOR -> EnumSet.of(Deed.SEE_REVIEWS);
            case REVIEWER, EXPERT -> EnumSet.of(Deed.SEE_REVIEWS, Deed.REVIEW_LESSONS);
            case VENUE -> EnumSet.of(Deed.REDEEM_BENEFIT);
        };
    }

    /** What officers may do, and this. */
    private static Set<Deed> and(Set<Deed> more) {
        Set<Deed> deeds = EnumSet.copyOf(OFFICERS);
        deeds.addAll(more);
        return deeds;
    }
}
