package org.jiaxue.learning;

import java.util.List;
import org.jiaxue.web.Texts;

/** The answer to a beat. */
record BeatJson(
        int coveredSeconds,
        int cutSeconds,
        boolean completed,
        List<EarnedJson> earned,
        List<EarnedJson.ReachedJson> reached) {

    static BeatJson of(BeatAnswer.Taken taken, Texts texts) {
        return new BeatJson(
                taken.coveredSeconds(),
                taken.cutSeconds(),
                taken.completed(),
                EarnedJson.of(taken.earnings(), texts),
                EarnedJson.ReachedJson.of(taken.earnings(), texts));
    }
}
