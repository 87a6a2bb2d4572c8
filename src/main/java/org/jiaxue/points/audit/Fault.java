package org.jiaxue.points.audit;

import java.util.Locale;

/** What can be wrong in a ledger. */
enum Fault {
    /** The account's balance is not the sum of its entries. */
    BALANCE,
    /** There are entries and no account. */
    ACCOUNT,
    /** An entry names an event that is not kept. */
    EVENT,
    /** An entry names a version of rules that is not kept. */
    RULES,
    /** A correction corrects nothing: no first entry of its own guardian. */
    CORRECTION,
    /** A correction is about another event than the entry that it corrects. */
    CORRECTED_EVENT;

    /** Its name in the table and in the keys of its words. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault ofSlug(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
