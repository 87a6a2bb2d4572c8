package org.jiaxue.activities;

/** What a scanned code turned out to be. */
public sealed interface Scan {

    /** A good code: whoever shows this ticket stood before it a moment ago. */
    record Seen(String ticket) implements Scan {}

    /** No ticket, and why. */
    record Refused(CheckIn why) implements Scan {}
}
