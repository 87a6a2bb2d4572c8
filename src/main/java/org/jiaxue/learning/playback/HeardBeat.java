package org.jiaxue.learning.playback;

import org.jiaxue.learning.Earner;
import org.jiaxue.learning.coverage.Coverage;
import org.jiaxue.learning.coverage.CoverageRow;

/** What became of a row by a beat that was within it. */
record HeardBeat(CoverageRow after, Coverage.Heard heard) {

    boolean addsSeconds() {
        return heard.newSeconds() > 0;
    }

    /** The answer of a beat that has earned nothing so far. */
    BeatAnswer.Taken answer() {
        return new BeatAnswer.Taken(
                after.coverage().coveredSeconds(),
                heard.cutSeconds(),
                after.coverage().complete(),
                Earner.Earnings.NONE);
    }
}
