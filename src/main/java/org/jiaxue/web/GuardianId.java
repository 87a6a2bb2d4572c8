package org.jiaxue.web;

import java.util.UUID;

/** A guardian: the key under which the hot road's tables are kept and distributed. */
public record GuardianId(UUID value) implements Comparable<GuardianId> {

    /**
     * The id right before it, as the database orders ids, so that a range can begin with this one.
     */
    public GuardianId previous() {
        long low = value.getLeastSignificantBits();
        long high = value.getMostSignificantBits();
        return new GuardianId(low == 0 ? new UUID(high - 1, -1) : new UUID(high, low - 1));
    }

    @Override
    public int compareTo(GuardianId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
