package org.jiaxue.learning;

import java.time.Instant;
import org.jiaxue.catalogue.LessonId;

/**
 * How far a guardian has come in a lesson.
 *
 * @param seconds the lesson's length
 * @param covered how many of its seconds were really played
 * @param left how many more have to be played until it is completed; 0 where it is
 * @param resumeAt the second to go on from
 * @param last when it was last played
 */
public record Progress(
        LessonId lesson,
        int seconds,
        int covered,
        int left,
        int resumeAt,
        boolean completed,
        Instant last) {

    /** Whole per cent covered, 0 to 100. */
    public int percent() {
        return covered * 100 / seconds;
    }
}
