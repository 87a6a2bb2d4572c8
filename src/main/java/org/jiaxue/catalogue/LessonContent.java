package org.jiaxue.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lesson with all that belongs to it.
 *
 * @param topics slugs
 * @param moments key moments at which it helps; none for most
 * @param asksZh questions of parents that it answers, in Chinese
 * @param asksEn the same in English, not word for word
 * @param body in order of time, at least one sentence
 * @param rights the licence under which it may be used
 * @param reviewedOn the day of the last review, empty if nobody outside has reviewed it
 */
public record LessonContent(
        Lesson lesson,
        List<String> topics,
        List<Moment> moments,
        List<String> asksZh,
        List<String> asksEn,
        List<Sentence> body,
        Question question,
        Media media,
        List<Source> sources,
        String rights,
        @Nullable LocalDate reviewedOn) {}
