package org.jiaxue.learning;

import java.util.List;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** Says what learning would bring if it were done now; lessons promise no more than that. */
public interface Worth {

    /**
     * Something that could be learned now and of which nothing was recorded yet.
     *
     * @param kind none of those of which two may have one cause, as a session and its replay
     */
    record Deed(EventKind kind, Subject subject) {}

    /**
     * What a deed would bring.
     *
     * @param points after the caps, 0 or more
     * @param full what its rule gives; 0 where none holds
     * @param why the sentence that its entry would have
     */
    record Promise(int points, int full, Words why) {

        /** Whether a cap takes something of it. */
        public boolean cut() {
            return points < full;
        }
    }

    /**
     * What these bring if all of them are done now, in their order, by the rules in force and under
     * the caps of the guardian's account; one question to the database for those of a guardian, and
     * none for those of a visitor.
     *
     * @param guardian by whose division's rules; a visitor, null, is told the province's
     * @return one for each, in the same order
     */
    List<Promise> now(List<Deed> deeds, @Nullable GuardianId guardian);
}
