package org.jiaxue.learning.reflection;

import org.jiaxue.learning.Earner;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/** What became of an answer to a reflection question. */
public sealed interface ReflectionAnswer {

    /** It was right and the lesson is completed; the point comes once. */
    record Right(Words reply, Earner.Earnings earnings) implements ReflectionAnswer {}

    /**
     * It was right and is kept; the point comes when the lesson is completed.
     *
     * @param points what it will bring; null where no rule gives anything
     */
    record RightUnseen(Words reply, @Nullable Integer points) implements ReflectionAnswer {

        /** What is still to be done for it to count. */
        public String later(Texts texts) {
            return points == null
                    ? texts.say("learning.reflection.later-plain")
                    : texts.say("learning.reflection.later", points);
        }
    }

    /** Another choice fits better; one may try again without limit. */
    record NotYet(Words reply) implements ReflectionAnswer {}

    /** The question has no such choice. */
    record NoSuchChoice() implements ReflectionAnswer {}

    /** There is no such lesson, or it asks nothing. */
    record NoSuchQuestion() implements ReflectionAnswer {}

    /** The guardian has not agreed that learning is recorded, or has withdrawn it. */
    record NotAgreed() implements ReflectionAnswer {}
}
