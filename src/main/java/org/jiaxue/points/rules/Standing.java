package org.jiaxue.points.rules;

/** How a claim stands that a person was asked about. */
public enum Standing {
    /** It counts, as whatever nobody was asked about does. */
    COUNTS,
    /** It waits for a person: caps see its points, the balance does not. */
    HELD,
    /** A person refused it: it is worth nothing, and no cap sees it. */
    REFUSED
}
