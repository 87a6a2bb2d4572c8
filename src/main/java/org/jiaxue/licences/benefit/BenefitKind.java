package org.jiaxue.licences.benefit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * All that a licence may ever give access to. The list is closed: another kind needs a change here,
 * in the table's check and in docs/decisions/benefits.md.
 */
public enum BenefitKind {
    /** May book a division's activities before others may; half of the seats stay out of it. */
    BOOKING_AHEAD,
    /** A code that is good once for something that is given out. */
    VOUCHER,
    /** A code that opens a venue's door once. */
    VENUE_PASS;

    /** As forms, addresses and the database write it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of its name. */
    public String key() {
        return "licences.benefit.kind." + slug();
    }

    /**
     * Whether what is taken is a code that staff take in; a right to book is read by activities.
     */
    public boolean coded() {
        return switch (this) {
            case BOOKING_AHEAD -> false;
            case VOUCHER, VENUE_PASS -> true;
        };
    }

    public static Optional<BenefitKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
