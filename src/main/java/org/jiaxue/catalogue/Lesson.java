package org.jiaxue.catalogue;

import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What every room needs to know of a lesson.
 *
 * @param slug the name that the starter library gave it
 * @param seconds the length of its timeline: the video's or audio's, or an article's reading time
 * @param ages the child's ages it fits; empty before a child is there
 * @param topic what it is about first of all; none where its topics are no longer known
 * @param course the course it belongs to, if any
 */
public record Lesson(
        LessonId id,
        String slug,
        Kind kind,
        Stage stage,
        @Nullable Ages ages,
        int seconds,
        Words title,
        Words summary,
        Words author,
        @Nullable Topic topic,
        @Nullable CourseId course) {

    /** How a lesson is taken in. */
    public enum Kind {
        VIDEO,
        ARTICLE,
        AUDIO
    }
}
