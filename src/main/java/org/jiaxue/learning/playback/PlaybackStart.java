package org.jiaxue.learning.playback;

import java.time.Instant;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.coverage.Coverage;

/** What became of starting or resuming a playback. */
sealed interface PlaybackStart {

    /**
     * It is the guardian's active playback now.
     *
     * @param fresh whether this id was new
     * @param now the database's time, at which the clock was started unless it runs already
     * @param resumeAt the second to go on from
     * @param completed whether the lesson is completed
     * @param earnings what this playback has earned so far
     */
    record Started(
            boolean fresh,
            Instant now,
            Coverage coverage,
            int resumeAt,
            boolean completed,
            Earner.Earnings earnings)
            implements PlaybackStart {}

    /** There is no such lesson. */
    record NoSuchLesson() implements PlaybackStart {}

    /** The id already belongs to a playback of another lesson. */
    record OtherLesson() implements PlaybackStart {}

    /** The guardian has not agreed that learning is recorded, or has withdrawn it. */
    record NotAgreed() implements PlaybackStart {}
}
