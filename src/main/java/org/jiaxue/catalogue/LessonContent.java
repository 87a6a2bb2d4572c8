package org.jiaxue.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lesson with all that belongs to it.
 *
 * @param edition rises by one whenever the lesson changes, from 1
 * @param topics at least one
 * @param moments key moments at which it helps, each with its place among the lessons for it
 * @param asksZh questions of parents that it answers, in Chinese
 * @param asksEn the same in English, not word for word
 * @param body in order of time, at least one sentence
 * @param rights the licence under which it may be used
 * @param reviewedOn the day on which this edition was last found fine by a reviewer; none if it was
 *     not, or if the last word on it asks for changes
 */
public record LessonContent(
        Lesson lesson,
        int edition,
        List<Topic> topics,
        Map<Moment, Integer> moments,
        List<String> asksZh,
        List<String> asksEn,
        List<Sentence> body,
        Question question,
        Media media,
        List<Source> sources,
        String rights,
        @Nullable LocalDate reviewedOn) {}
