package org.jiaxue.home.suggestion;

import org.jiaxue.activities.Upcoming;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.licences.Confirmations;

/** What a guardian could do next. */
public sealed interface Thing {

    /**
     * A lesson to begin.
     *
     * @param next whether the lesson before it in its course was completed
     */
    record Begin(Lesson lesson, boolean next) implements Thing {}

    /**
     * A lesson that was begun.
     *
     * @param percent of it that was really played
     */
    record Finish(Lesson lesson, int percent) implements Thing {}

    /** The question of a lesson that was completed. */
    record Answer(Lesson lesson) implements Thing {}

    /** An activity to go to. */
    record Visit(Upcoming upcoming) implements Thing {}

    /** A level that lacks nothing but a confirmation. */
    record Ask(Confirmations.Askable askable) implements Thing {}
}
