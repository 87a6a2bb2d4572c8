package org.jiaxue.learning.lesson;

import java.util.List;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.Sentence;
import org.jiaxue.learning.coverage.Span;
import org.jiaxue.web.look.Player;
import org.jspecify.annotations.Nullable;

/**
 * A lesson's page.
 *
 * @param covered the seconds that this guardian has really played
 * @param course the course it belongs to, with its lessons, if any
 */
record LessonView(
        LessonContent content,
        Player player,
        List<Span> covered,
        @Nullable InCourse course,
        Reflection reflection) {

    /** Where the lesson stands in its course. */
    record InCourse(Course course, List<Lesson> lessons, int number) {}

    /**
     * The reflection as it stands.
     *
     * @param chosen the letter chosen last
     * @param hint what a right answer brings
     * @param signedIn whether an answer can be kept
     */
    record Reflection(
            @Nullable String chosen, @Nullable Outcome outcome, String hint, boolean signedIn) {}

    /** What was said to the answer just given. */
    record Outcome(boolean right, String reply, List<String> news) {}

    Lesson lesson() {
        return content.lesson();
    }

    boolean article() {
        return lesson().kind() == Lesson.Kind.ARTICLE;
    }

    /** Whether at least four fifths of a sentence were really played. */
    boolean seen(Sentence sentence) {
        int seen = 0;
        for (Span span : covered) {
            seen +=
                    Math.max(
                            0,
                            Math.min(span.to(), sentence.until())
                                    - Math.max(span.from(), sentence.at()));
        }
        return seen > 0 && seen * 10 >= (sentence.until() - sentence.at()) * 8;
    }
}
