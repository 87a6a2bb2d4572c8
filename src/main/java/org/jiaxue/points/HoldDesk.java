package org.jiaxue.points;

import java.time.Instant;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;

/** How many holds wait for a member of staff. */
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
}
