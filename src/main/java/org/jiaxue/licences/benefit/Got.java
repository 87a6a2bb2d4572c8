package org.jiaxue.licences.benefit;

import java.time.LocalDate;

/** What came of taking something. */
public sealed interface Got {

    record Taken(TakingId id) implements Got {}

    /** There is no such offer where the guardian lives, or it is not open. */
    record NotOpen() implements Got {}

    /** No licence of the guardian's gives access. */
    record NoAccess() implements Got {}

    /** All are taken. */
    record NoneLeft() implements Got {}

    /**
     * The guardian has as many as one may have.
     *
     * @param each how many that is
     * @param until how long those are good
     */
    record HasAll(int each, LocalDate until) implements Got {}
}
