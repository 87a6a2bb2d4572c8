package org.jiaxue.web;

/** What staff may be granted to do at a node of the region or organisation tree. */
public enum Deed {
    READ_FIGURES,
    /** Announce a division's activities and sign people in there. */
    RUN_ACTIVITY,
    REVOKE_CREDENTIAL,
    /** Make a division's offers to those with a licence, and read those of others first. */
    OFFER_BENEFIT,
    /** Take in the codes of a division's offers. */
    REDEEM_BENEFIT,
    /** See how the lessons stand with their reviews, and what reviewers said. */
    SEE_REVIEWS,
    /** Say of a lesson's edition whether it may go to parents as it is. */
    REVIEW_LESSONS,
    /** Bring in the list of a county's schools. */
    IMPORT_SCHOOLS,
    /** Open a school's parent school and make its classes. */
    RUN_SCHOOL,
    /** Choose lessons for a class of one's own and read its totals. */
    TEACH_CLASS,
    /** Confirm levels for guardians of a class of one's own who ask. */
    CONFIRM_FOR_CLASS,
    /** Confirm levels for guardians of one's school who ask. */
    CONFIRM_FOR_SCHOOL,
    /** Confirm levels for guardians of one's county who ask. */
    CONFIRM_FOR_COUNTY,
    /** Draft points rules for a division or a school. */
    DRAFT_RULES,
    /**
     * Put in force points rules that somebody else has drafted, or give them back; and have what
     * was learned before gone through again by what is in force.
     */
    APPROVE_RULES,
    /** Decide about points that wait for a person. */
    DECIDE_HOLDS,
    /** See what the nightly check of the ledger found. */
    CHECK_LEDGER,
    /** Trust programs of other platforms with what guardians played. */
    TRUST_CLIENTS,
    /** Grant roles at a node and below it. */
    GRANT_ROLES;

    /** Whether it is done for one school, so that a grant at a school is enough. */
    public boolean ofSchools() {
        return this == RUN_SCHOOL
                || this == TEACH_CLASS
                || this == CONFIRM_FOR_CLASS
                || this == CONFIRM_FOR_SCHOOL
                || this == DRAFT_RULES
                || this == GRANT_ROLES;
    }
}
