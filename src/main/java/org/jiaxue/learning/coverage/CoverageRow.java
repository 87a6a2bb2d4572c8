package org.jiaxue.learning.coverage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.web.GuardianId;
import org.jspecify.annotations.Nullable;

/**
 * A guardian's coverage of a lesson as it is stored.
 *
 * @param cutSeconds how many claimed new seconds were more than time allows, over all playbacks
 * @param version counts the writes; a write names the version that it has seen
 * @param completedBy the playback that crossed the line
 * @param completion the learning events that crossing it made
 */
public record CoverageRow(
        GuardianId guardian,
        LessonId lesson,
        @Nullable UUID active,
        Coverage coverage,
        int position,
        int cutSeconds,
        long version,
        @Nullable Instant completedAt,
        @Nullable UUID completedBy,
        List<UUID> completion) {

    /** More is not told apart. */
    private static final int MOST_CUT = 1_000_000;

    /** The second to go on from: where it was left, or the beginning of what was heard out. */
    public int resumeAt() {
        return position >= coverage.seconds() ? 0 : position;
    }

    /** As it stands after a claim, of which so much was cut. */
    public CoverageRow heard(Coverage.Heard heard, int position) {
        return new CoverageRow(
                guardian,
                lesson,
                active,
                heard.after(),
                position,
                Math.min(MOST_CUT, cutSeconds + heard.cutSeconds()),
                version,
                completedAt,
                completedBy,
                completion);
    }

    /** As it stands once it was written. */
    public CoverageRow written() {
        return new CoverageRow(
                guardian,
                lesson,
                active,
                coverage,
                position,
                cutSeconds,
                version + 1,
                completedAt,
                completedBy,
                completion);
    }

    public CoverageRow completed(Instant at, UUID by, List<UUID> events) {
        return new CoverageRow(
                guardian, lesson, active, coverage, position, cutSeconds, version, at, by, events);
    }
}
