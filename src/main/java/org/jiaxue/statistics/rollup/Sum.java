package org.jiaxue.statistics.rollup;

import java.util.Arrays;

/** What a row holds: how many facts, and the set of guardians behind them as it is stored. */
final class Sum {

    static final Sum NOTHING = new Sum(0, new byte[0]);

    private final long facts;
    private final byte[] guardians;

    Sum(long facts, byte[] guardians) {
        this.facts = facts;
        this.guardians = guardians;
    }

    long facts() {
        return facts;
    }

    byte[] guardians() {
        return guardians;
    }

    boolean same(Sum other) {
        return facts == other.facts && Arrays.equals(guardians, other.guardians);
    }
}
