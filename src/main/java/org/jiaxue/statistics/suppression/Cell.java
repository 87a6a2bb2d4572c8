package org.jiaxue.statistics.suppression;

/**
 * A figure.
 *
 * @param unit guardians of different units are different people, but those of {@link #ABOVE} are
 *     among all the others
 * @param behind how many guardians stand behind it
 * @param group how many guardians live where it was counted
 * @param given whether it is decided elsewhere, among figures that are not looked at here
 */
public record Cell(int unit, long value, long behind, long group, boolean given) {

    public Cell(int unit, long value, long behind, long group) {
        this(unit, value, behind, group, false);
    }

    /** The unit of a row that holds the block's other rows. */
    static final int ABOVE = 0;

    Cell above() {
        return new Cell(ABOVE, value, behind, group, true);
    }

    Cell beside() {
        return new Cell(unit, value, behind, group, true);
    }

    long missing() {
        return Math.max(0, group - behind);
    }

    /** Nobody lives there, so nobody can be behind it nor missing from it. */
    public boolean empty() {
        return group == 0 && behind == 0;
    }

    public boolean few() {
        return !empty() && (behind < Suppression.LEAST || missing() < Suppression.LEAST);
    }
}
