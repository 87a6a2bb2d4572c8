package org.jiaxue.learning.playback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jiaxue.learning.recording.EarnedJson;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;

/** The answer to a beat. */
record BeatJson(
        @Schema(minimum = "0") int coveredSeconds,
        @Schema(minimum = "0", description = "Claimed new seconds beyond what time allows.")
                int cutSeconds,
        boolean completed,
        List<EarnedJson> earned,
        List<EarnedJson.ReachedJson> reached) {

    /** The answer to a beat that was taken; refuses with the reason for one that was not. */
    static BeatJson of(BeatAnswer answer, Texts texts) {
        return switch (answer) {
            case BeatAnswer.Taken taken -> of(taken, texts);
            case BeatAnswer.Unknown _ ->
                    throw new Refusal(Problem.notFound("learning.problem.no-such-playback"));
            case BeatAnswer.Elsewhere _ ->
                    throw new Refusal(Problem.conflict("learning.problem.elsewhere"));
            case BeatAnswer.NotAgreed _ ->
                    throw new Refusal(Problem.forbidden("learning.problem.not-agreed"));
            case BeatAnswer.Outside(int seconds) ->
                    throw new Refusal(
                            Problem.unprocessable("learning.problem.span-outside", seconds));
        };
    }

    private static BeatJson of(BeatAnswer.Taken taken, Texts texts) {
        return new BeatJson(
                taken.coveredSeconds(),
                taken.cutSeconds(),
                taken.completed(),
                EarnedJson.of(taken.earnings(), texts),
                EarnedJson.ReachedJson.of(taken.earnings(), texts));
    }
}
