package org.jiaxue.statistics.suppression;

/** What becomes of a figure. */
public enum Mark {
    /** Not yet decided. */
    OPEN,
    /** Not yet decided; another measure of the same cell is withheld. */
    FOLLOWS,
    SHOWN,
    /** Fewer than ten behind it, or fewer than ten missing from it. */
    FEW,
    /** Withheld so that another cannot be worked out; says nothing of its size. */
    GUARDED;

    public boolean hidden() {
        return this == FEW || this == GUARDED;
    }
}
