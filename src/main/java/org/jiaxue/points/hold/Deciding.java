package org.jiaxue.points.hold;

/** What came of deciding about a hold, or of writing something to it. */
enum Deciding {
    DONE,
    /** Somebody did before, or it does not wait for this any more. */
    ALREADY,
    /** Whoever refused does not decide about the appeal. */
    OWN,
    /** The days are over. */
    TOO_LATE,
    /** There is no such hold, or its guardian is gone. */
    UNKNOWN
}
