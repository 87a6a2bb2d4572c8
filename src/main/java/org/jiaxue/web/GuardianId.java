package org.jiaxue.web;

import java.util.UUID;

/** A guardian: the key under which the hot road's tables are kept and distributed. */
public record GuardianId(UUID value) implements Comparable<GuardianId> {

    @Override
    public int compareTo(GuardianId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
