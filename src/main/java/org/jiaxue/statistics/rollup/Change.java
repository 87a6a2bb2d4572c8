package org.jiaxue.statistics.rollup;

import java.util.ArrayList;
import java.util.List;

/** What has to be done to one row. */
final class Change {

    private final List<Long> come = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();
    private long facts;

    /** Adds a fact. */
    void add(long veiled) {
        facts++;
        come.add(veiled);
    }

    /** Takes a fact out; its guardian may have others there. */
    void subtract() {
        facts--;
    }

    /** Takes a guardian out of whom no fact is left there. */
    void leave(long veiled) {
        gone.add(veiled);
    }

    /** What is stored now; without facts where nothing is left. */
    Sum over(Sum before) {
        Heads heads = new Heads();
        if (before.facts() > 0) {
            heads.add(gone.isEmpty() ? before.guardians() : without(before.guardians()));
        }
        come.forEach(heads::add);
        return new Sum(before.facts() + facts, heads.toStore());
    }

    private byte[] without(byte[] guardians) {
        return Heads.without(guardians, gone);
    }
}
