package org.jiaxue.points;

import java.time.Instant;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;

/** How many drafts of rules wait for a member of staff. */
public interface RuleDesk {

    /** Where rules are drafted and approved. */
    String PATH = "/console/rules";

    /**
     * Drafts that wait for this viewer.
     *
     * @param toDecide those that were handed in and that the viewer may approve or give back
     * @param oldest since when the first of them waits; null where none does
     * @param givenBack those that the viewer has written in and that were given back
     */
    record Waiting(int toDecide, @Nullable Instant oldest, int givenBack) {}

    /** What waits for this viewer; nothing for one who may neither draft nor approve. */
    Waiting waitingFor(Viewer viewer);
}
