package org.jiaxue.learning;

import java.util.List;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;

/** The answer to a reflection. */
record ReflectionJson(
        boolean right,
        String reply,
        List<EarnedJson> earned,
        List<EarnedJson.ReachedJson> reached) {

    static ReflectionJson of(ReflectionAnswer answer, Texts texts) {
        return switch (answer) {
            case ReflectionAnswer.Right right ->
                    new ReflectionJson(
                            true,
                            texts.say(right.reply()),
                            EarnedJson.of(right.earnings(), texts),
                            EarnedJson.ReachedJson.of(right.earnings(), texts));
            case ReflectionAnswer.NotYet notYet ->
                    new ReflectionJson(false, texts.say(notYet.reply()), List.of(), List.of());
            case ReflectionAnswer.NoSuchChoice _ ->
                    throw new Refusal(Problem.badRequest("learning.problem.no-such-choice"));
            case ReflectionAnswer.NoSuchQuestion _ ->
                    throw new Refusal(Problem.notFound("learning.problem.no-such-question"));
            case ReflectionAnswer.NotAgreed _ ->
                    throw new Refusal(Problem.forbidden("learning.problem.not-agreed"));
        };
    }
}
