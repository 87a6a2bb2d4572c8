package org.jiaxue.catalogue.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.CourseId;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Question;
import org.jiaxue.catalogue.Source;
import org.jiaxue.catalogue.Topic;
import org.jiaxue.web.Changes;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes lessons and courses; each replaces what stood under its id. */
@Component
class LibraryStore {

    private final JdbcClient jdbc;
    private final Changes changes;

    LibraryStore(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * Locks the edition, first of all locks, so that two processes that start at once import one
     * after the other and the second finds everything there. So it waits longer than serving does.
     */
    void alone() {
        jdbc.sql(
                        """
                        select set_config('lock_timeout', '25s', true),
                               set_config('statement_timeout', '25s', true)
                        """)
                .query((row, _) -> true)
                .single();
        jdbc.sql("select number from catalogue.edition for update").query(Long.class).single();
    }

    void nextEdition() {
        jdbc.sql("update catalogue.edition set number = number + 1").update();
        changes.tell(Catalogue.EDITION, "");
    }

    boolean hasLesson(String slug, String hash) {
        return jdbc.sql("select 1 from catalogue.lesson where id = :id and content_hash = :hash")
                .param("id", LessonId.named(slug).value())
                .param("hash", hash)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean hasCourse(String slug, String hash) {
        return jdbc.sql("select 1 from catalogue.course where id = :id and content_hash = :hash")
                .param("id", CourseId.named(slug).value())
                .param("hash", hash)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void write(LessonDraft draft) {
        UUID id = LessonId.named(draft.slug()).value();
        writeLesson(id, draft);
        empty(id);
        writeAsks(id, "zh", draft.asksZh());
        writeAsks(id, "en", draft.asksEn());
        writeBody(id, draft.body());
        writeChoices(id, draft.question().choices());
        writeSources(id, draft.sources());
        writeMedia(id, draft.media());
    }

    private void writeLesson(UUID id, LessonDraft draft) {
        jdbc.sql(
                        """
                        insert into catalogue.lesson as l
                               (id, slug, kind, stage, months_from, months_to, seconds, topics,
                                moments,
                                title_zh, title_en, summary_zh, summary_en, author_zh, author_en,
                                rights, reviewed_on, question_zh, question_en, content_hash)
                        values (:id, :slug, :kind, :stage, :from, :to, :seconds, :topics,
                                :moments,
                                :title_zh, :title_en, :summary_zh, :summary_en,
                                :author_zh, :author_en,
                                :rights, :reviewed, :question_zh, :question_en, :hash)
                        on conflict (id) do update
                           set kind = excluded.kind, stage = excluded.stage,
                               months_from = excluded.months_from, months_to = excluded.months_to,
                               seconds = excluded.seconds, topics = excluded.topics,
                               moments = excluded.moments,
                               title_zh = excluded.title_zh, title_en = excluded.title_en,
                               summary_zh = excluded.summary_zh, summary_en = excluded.summary_en,
                               author_zh = excluded.author_zh, author_en = excluded.author_en,
                               rights = excluded.rights, reviewed_on = excluded.reviewed_on,
                               question_zh = excluded.question_zh,
                               question_en = excluded.question_en,
                               content_hash = excluded.content_hash,
                               edition = l.edition + 1,
                               changed_at = excluded.changed_at
                        """)
                .params(columns(id, draft))
                .update();
    }

    private static Map<String, @Nullable Object> columns(UUID id, LessonDraft draft) {
        Ages ages = draft.ages();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", id);
        columns.put("slug", draft.slug());
        columns.put("kind", draft.kind().name());
        columns.put("stage", draft.stage().name());
        columns.put("from", ages == null ? null : ages.from());
        columns.put("to", ages == null ? null : ages.to());
        columns.put("seconds", draft.seconds());
        columns.put(
                "topics",
                draft.topics().stream().map(Topic::slug).collect(Collectors.joining(",")));
        columns.put(
                "moments",
                draft.moments().entrySet().stream()
                        .map(it -> it.getKey().slug() + ":" + it.getValue())
                        .collect(Collectors.joining(",")));
        columns.put("title_zh", draft.title().zh());
        columns.put("title_en", draft.title().en());
        columns.put("summary_zh", draft.summary().zh());
        columns.put("summary_en", draft.summary().en());
        columns.put("author_zh", draft.author().zh());
        columns.put("author_en", draft.author().en());
        columns.put("rights", draft.rights());
        columns.put("reviewed", draft.reviewedOn());
        columns.put("question_zh", draft.question().ask().zh());
        columns.put("question_en", draft.question().ask().en());
        columns.put("hash", draft.hash());
        return columns;
    }

    private void empty(UUID id) {
        List.of(
                        "delete from catalogue.ask where lesson_id = :id",
                        "delete from catalogue.sentence where lesson_id = :id",
                        "delete from catalogue.choice where lesson_id = :id",
                        "delete from catalogue.source where lesson_id = :id",
                        "delete from catalogue.media where lesson_id = :id")
                .forEach(sql -> jdbc.sql(sql).param("id", id).update());
    }

    private void writeAsks(UUID id, String language, List<String> asks) {
        for (int place = 0; place < asks.size(); place++) {
            jdbc.sql(
                            """
                            insert into catalogue.ask (lesson_id, language, place, words)
                            values (:id, :language, :place, :words)
                            """)
                    .param("id", id)
                    .param("language", language)
                    .param("place", place)
                    .param("words", asks.get(place))
                    .update();
        }
    }

    private void writeBody(UUID id, List<LessonDraft.Line> body) {
        for (LessonDraft.Line line : body) {
            jdbc.sql(
                            """
                            insert into catalogue.sentence (lesson_id, at, words_zh, words_en)
                            values (:id, :at, :zh, :en)
                            """)
                    .param("id", id)
                    .param("at", line.at())
                    .param("zh", line.words().zh())
                    .param("en", line.words().en())
                    .update();
        }
    }

    private void writeChoices(UUID id, List<Question.Choice> choices) {
        for (Question.Choice choice : choices) {
            jdbc.sql(
                            """
                            insert into catalogue.choice
                                   (lesson_id, letter, words_zh, words_en,
                                    reply_zh, reply_en, is_right)
                            values (:id, :letter, :zh, :en, :reply_zh, :reply_en, :right)
                            """)
                    .param("id", id)
                    .param("letter", choice.letter())
                    .param("zh", choice.words().zh())
                    .param("en", choice.words().en())
                    .param("reply_zh", choice.reply().zh())
                    .param("reply_en", choice.reply().en())
                    .param("right", choice.right())
                    .update();
        }
    }

    private void writeSources(UUID id, List<Source> sources) {
        for (int place = 0; place < sources.size(); place++) {
            Source source = sources.get(place);
            @Nullable Words by = source.by();
            @Nullable Words part = source.part();
            jdbc.sql(
                            """
                            insert into catalogue.source
                                   (lesson_id, place, title_zh, title_en, by_zh, by_en,
                                    part_zh, part_en, year)
                            values (:id, :place, :title_zh, :title_en, :by_zh, :by_en,
                                    :part_zh, :part_en, :year)
                            """)
                    .param("id", id)
                    .param("place", place)
                    .param("title_zh", source.title().zh())
                    .param("title_en", source.title().en())
                    .param("by_zh", by == null ? null : by.zh())
                    .param("by_en", by == null ? null : by.en())
                    .param("part_zh", part == null ? null : part.zh())
                    .param("part_en", part == null ? null : part.en())
                    .param("year", source.year())
                    .update();
        }
    }

    private void writeMedia(UUID id, Map<String, LessonDraft.MediaRef> media) {
        media.forEach((part, file) ->
                jdbc.sql(
                                """
                                insert into catalogue.media (lesson_id, part, sha256, name)
                                values (:id, :part, :sha256, :name)
                                """)
                        .param("id", id)
                        .param("part", part)
                        .param("sha256", file.sha256())
                        .param("name", file.name())
                        .update());
    }

    /** A lesson that stood in another course moves to this one. */
    void write(CourseDraft draft) {
        UUID id = CourseId.named(draft.slug()).value();
        Ages ages = draft.ages();
        jdbc.sql(
                        """
                        insert into catalogue.course
                               (id, slug, stage, months_from, months_to,
                                title_zh, title_en, summary_zh, summary_en, content_hash)
                        values (:id, :slug, :stage, :from, :to,
                                :title_zh, :title_en, :summary_zh, :summary_en, :hash)
                        on conflict (id) do update
                           set stage = excluded.stage,
                               months_from = excluded.months_from, months_to = excluded.months_to,
                               title_zh = excluded.title_zh, title_en = excluded.title_en,
                               summary_zh = excluded.summary_zh, summary_en = excluded.summary_en,
                               content_hash = excluded.content_hash,
                               changed_at = excluded.changed_at
                        """)
                .param("id", id)
                .param("slug", draft.slug())
                .param("stage", draft.stage().name())
                .param("from", ages == null ? null : ages.from())
                .param("to", ages == null ? null : ages.to())
                .param("title_zh", draft.title().zh())
                .param("title_en", draft.title().en())
                .param("summary_zh", draft.summary().zh())
                .param("summary_en", draft.summary().en())
                .param("hash", draft.hash())
                .update();
        writePlaces(id, draft.lessons());
    }

    private void writePlaces(UUID id, List<String> lessons) {
        jdbc.sql("delete from catalogue.course_lesson where course_id = :id")
                .param("id", id)
                .update();
        for (int place = 0; place < lessons.size(); place++) {
            jdbc.sql(
                            """
                            insert into catalogue.course_lesson (course_id, place, lesson_id)
                            values (:id, :place, :lesson)
                            on conflict (lesson_id) do update
                               set course_id = excluded.course_id, place = excluded.place
                            """)
                    .param("id", id)
                    .param("place", place)
                    .param("lesson", LessonId.named(lessons.get(place)).value())
                    .update();
        }
    }
}
