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

    /** What the role may do at its node and below. */
    public Set<Deed> deeds() {
        return switch (this) {
            case TEACHER -> EnumSet.of(Deed.TEACH_CLASS, Deed.CONFIRM_FOR_CLASS);
            case SCHOOL_ADMIN ->
                    EnumSet.of(
                            Deed.TEACH_CLASS,
                            Deed.RUN_SCHOOL,
                            Deed.CONFIRM_FOR_CLASS,
                            Deed.CONFIRM_FOR_SCHOOL,
                            Deed.GRANT_ROLES);
            case COUNTY_OFFICER -> {
                Set<Deed> deeds = officers();
                deeds.add(Deed.CONFIRM_FOR_COUNTY);
                yield deeds;
            }
            case CITY_OFFICER, PROVINCE_OFFICER -> officers();
            case EDITOR -> EnumSet.of(Deed.SEE_REVIEWS);
            case REVIEWER, EXPERT -> EnumSet.of(Deed.SEE_REVIEWS, Deed.REVIEW_LESSONS);
            case VENUE -> EnumSet.of(Deed.REDEEM_BENEFIT);
        };
    }

    private static Set<Deed> officers() {
        return EnumSet.of(
                Deed.READ_FIGURES,
                Deed.RUN_ACTIVITY,
                Deed.REVOKE_CREDENTIAL,
                Deed.OFFER_BENEFIT,
                Deed.REDEEM_BENEFIT,
                Deed.IMPORT_SCHOOLS,
                Deed.RUN_SCHOOL,
                Deed.DECIDE_HOLDS,
                Deed.GRANT_ROLES);
    }
}
