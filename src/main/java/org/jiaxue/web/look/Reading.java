package org.jiaxue.web.look;

/** A value in a chart. */
public sealed interface Reading {

    /** A number that may be shown, 0 or more. */
    record Known(long value) implements Reading {}

    /** A number that may not be shown: a gap or a hatched place, never a zero. */
    record Withheld() implements Reading {}

    /** A number that is not known: a gap. */
    record Unknown() implements Reading {}
}
