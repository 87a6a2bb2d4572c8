package org.jiaxue.activities;

/** What came of adding a session to an activity. */
public enum Holding {
    HELD,
    UNKNOWN_ACTIVITY,
    ENDS_BEFORE_IT_STARTS,
    TOO_LONG,
    /** The times during which one can sign in would overlap with another session's. */
    OVERLAPS
}
