package org.jiaxue.learning;

import org.jiaxue.web.Words;

/** What became of an answer to a reflection question. */
sealed interface ReflectionAnswer {

    /** It was right; the point comes once. */
    record Right(Words reply, Earner.Earnings earnings) implements ReflectionAnswer {}

    /** Another choice fits better; one may try again without limit. */
    record NotYet(Words reply) implements ReflectionAnswer {}

    /** The question has no such choice. */
    record NoSuchChoice() implements ReflectionAnswer {}

    /** There is no such lesson, or it asks nothing. */
    record NoSuchQuestion() implements ReflectionAnswer {}

    /** The guardian has not agreed that learning is recorded, or has withdrawn it. */
    record NotAgreed() implements ReflectionAnswer {}
}
