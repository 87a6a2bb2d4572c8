package org.jiaxue.licences.benefit;

import org.jiaxue.licences.wording.Objection;

/** What came of making, mending, reading or ending an offer. */
public sealed interface Publishing {

    record Done(OfferId id) implements Publishing {}

    record Unknown() implements Publishing {}

    /** The words say what no offer may say. */
    record Worded(Objection objection) implements Publishing {}

    /** No such level or layer in a scheme of the division. */
    record NoSuchLevel() implements Publishing {}

    /** The division has {@value Offers#MOST_RUNNING} that have not ended. */
    record TooMany() implements Publishing {}

    /** It has ended or is over, or the same was done a moment before. */
    record Changed() implements Publishing {}

    /** Who wrote the words cannot be their second reader. */
    record OwnWords() implements Publishing {}
}
