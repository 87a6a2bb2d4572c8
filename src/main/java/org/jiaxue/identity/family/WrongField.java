package org.jiaxue.identity.family;

import java.util.Map;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Problem;

/** A field of a form, and what is wrong with what was filled in. */
record WrongField(String field, Problem problem) implements ChildForm.Read {

    /** As a form shows it: what is wrong by field, in the reader's language. */
    Map<String, String> errors(Frame frame) {
        return Map.of(field, frame.say(problem));
    }
}
