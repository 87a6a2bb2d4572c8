package org.jiaxue.learning.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jiaxue.learning.recording.EarnedJson;
import org.jiaxue.web.Texts;

/** The answer to a beat. */
record BeatJson(
        @Schema(minimum = "0") int coveredSeconds,
        @Schema(minimum = "0", description = "Claimed new seconds beyond what time allows.")
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
