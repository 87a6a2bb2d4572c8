package org.jiaxue;

/** Why this process does not start, in a sentence for the operator. */
final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
