package org.jiaxue.learning.reflection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jiaxue.learning.recording.EarnedJson;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;
import org.jspecify.annotations.Nullable;

/** The answer to a reflection. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReflectionJson(
        boolean right,
        String reply,
        @Schema(
                        description =
                                "Only for a right answer while the lesson is not completed: that"
                                        + " the point comes when it is.")
                @Nullable String later,
        List<EarnedJson> earned,
        List<EarnedJson.ReachedJson> reached) {

    static ReflectionJson of(ReflectionAnswer answer, Texts texts) {
        return switch (answer) {
            case ReflectionAnswer.Right right ->
                    new ReflectionJson(
                            true,
                            texts.say(right.reply()),
                            null,
                            EarnedJson.of(right.earnings(), texts),
                            EarnedJson.ReachedJson.of(right.earnings(), texts));
            case ReflectionAnswer.RightUnseen unseen ->
                    new ReflectionJson(
                            true,
                            texts.say(unseen.reply()),
                            unseen.later(texts),
                            List.of(),
                            List.of());
            case ReflectionAnswer.NotYet notYet ->
                    new ReflectionJson(
                            false, texts.say(notYet.reply()), null, List.of(), List.of());
            case ReflectionAnswer.NoSuchChoice _ ->
                    throw new Refusal(Problem.badRequest("learning.problem.no-such-choice"));
            case ReflectionAnswer.NoSuchQuestion _ ->
                    throw new Refusal(Problem.notFound("learning.problem.no-such-question"));
            case ReflectionAnswer.NotAgreed _ ->
                    throw new Refusal(Problem.forbidden("learning.problem.not-agreed"));
        };
    }
}
