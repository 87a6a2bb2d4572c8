package org.jiaxue;

import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;

/** Why this process does not start, in a sentence for the operator. */
final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence, null, false, false);
    }

    /** For the reason that a room gave. */
    static CannotStart because(Refusal refusal, Texts texts) {
        return new CannotStart(texts.say(refusal.problem()));
    }
}
