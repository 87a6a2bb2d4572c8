package org.jiaxue.catalogue.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.catalogue.Question;
import org.jiaxue.catalogue.Source;
import org.jiaxue.catalogue.Topic;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as its file says it.
 *
 * @param hash of the file and its media; another hash is another content
 * @param media the stored file's hash and name by part, for instance {@code VIDEO}
 */
record LessonDraft(
        String slug,
        Lesson.Kind kind,
        Stage stage,
        @Nullable Ages ages,
        List<Topic> topics,
        Map<Moment, Integer> moments,
        int seconds,
        Words title,
        Words summary,
        List<String> asksZh,
        List<String> asksEn,
        Words author,
        List<Source> sources,
        String rights,
        @Nullable LocalDate reviewedOn,
        List<Line> body,
        Question question,
        Map<String, MediaRef> media,
        String hash) {

    /** A sentence and the second at which it begins. */
    record Line(int at, Words words) {}

    /** A file in the media storage. */
    record MediaRef(String sha256, String name) {}

    LessonDraft with(Map<String, MediaRef> stored, String contentHash) {
        return new LessonDraft(
                slug,
                kind,
                stage,
                ages,
                topics,
                moments,
                seconds,
                title,
                summary,
                asksZh,
                asksEn,
                author,
                sources,
                rights,
                reviewedOn,
                body,
                question,
                Map.copyOf(stored),
                contentHash);
    }
}
