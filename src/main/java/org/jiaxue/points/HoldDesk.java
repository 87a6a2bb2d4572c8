package org.jiaxue.points;

import java.time.Instant;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;

/** Holds for rooms that have no page of them: how many wait, and what was said of one. */
public interface HoldDesk {

    /** Where they are decided about. */
    String PATH = "/console/points/holds";

    /**
     * Those that a viewer may decide about.
     *
     * @param oldest since when the oldest waits; empty where none does
     */
    record Waiting(int count, @Nullable Instant oldest) {}

    /** What waits for this viewer; nothing for one who may not decide. */
    Waiting waitingFor(Viewer viewer);

    /**
     * Refuses what has waited longest of a guardian, as too fast to have been read.
     *
     * @param note what the guardian reads besides
     * @return false where nothing waits of which this one may decide
     */
    boolean refuse(Viewer.Staff by, GuardianId guardian, String note);

    /**
     * Asks that somebody else looks at what was refused.
     *
     * @param words at most 1,000 characters
     * @return false where nothing was refused, or longer ago than can be appealed
     */
    boolean appeal(Viewer.Guardian guardian, String words);
}
