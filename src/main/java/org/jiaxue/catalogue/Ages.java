package org.jiaxue.catalogue;

/** A child's age in whole months that something fits: from, inclusive, to, exclusive. */
public record Ages(int from, int to) {

    public boolean fit(int months) {
        return from <= months && months < to;
    }
}
