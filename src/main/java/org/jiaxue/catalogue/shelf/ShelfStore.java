package org.jiaxue.catalogue.shelf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.CourseId;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Media;
import org.jiaxue.catalogue.Question;
import org.jiaxue.catalogue.Sentence;
import org.jiaxue.catalogue.Source;
import org.jiaxue.catalogue.Topic;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole catalogue. */
@Component
class ShelfStore {

    private enum MediaPart {
        VIDEO,
        AUDIO,
        POSTER,
        CAPTIONS_ZH,
        CAPTIONS_EN
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate oneView;

    ShelfStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.oneView = new TransactionTemplate(transactions);
        oneView.setReadOnly(true);
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneView.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The number of the edition that the database holds now. */
    long edition() {
        return jdbc.sql("select number from catalogue.edition").query(Long.class).single();
    }

    /** Everything as of one moment. */
    Shelf load() {
        return oneView.execute(_ -> Shelf.of(edition(), contents(), courses()));
    }

    private List<LessonContent> contents() {
        Map<UUID, UUID> courseOf = new HashMap<>();
        jdbc.sql("select lesson_id, course_id from catalogue.course_lesson")
                .query(row -> {
                    courseOf.put(id(row, "lesson_id"), id(row, "course_id"));
                });
        Parts parts = new Parts(asks("zh"), asks("en"), sentences(), choices(), media(), sources());
        return jdbc.sql(
                        """
                        select id, slug, lesson.edition, kind, stage, months_from, months_to,
                               seconds, topics, moments,
                               title_zh, title_en, summary_zh, summary_en, author_zh, author_en,
                               rights, question_zh, question_en,
                               case when last.outcome is null then lesson.reviewed_on
                                    when last.outcome = 'FINE' then last.reviewed_on
                               end as fine_on
                          from catalogue.lesson
                          left join (select distinct on (lesson_id, edition)
                                            lesson_id, edition, outcome, reviewed_on
                                       from catalogue.review
                                      order by lesson_id, edition, reviewed_at desc,
                                               review_id desc) last
                            on last.lesson_id = lesson.id and last.edition = lesson.edition
                        """)
                .query((row, _) -> content(row, courseOf.get(id(row, "id")), parts))
                .list();
    }

    private record Parts(
            Map<UUID, List<String>> asksZh,
            Map<UUID, List<String>> asksEn,
            Map<UUID, List<Sentence>> sentences,
            Map<UUID, List<Question.Choice>> choices,
            Map<UUID, Map<MediaPart, String>> media,
            Map<UUID, List<Source>> sources) {}

    private static LessonContent content(ResultSet row, @Nullable UUID course, Parts parts)
            throws SQLException {
        UUID id = id(row, "id");
        List<Topic> topics = Listed.topics(row.getString("topics"));
        Lesson lesson =
                new Lesson(
                        new LessonId(id),
                        row.getString("slug"),
                        Lesson.Kind.valueOf(row.getString("kind")),
                        Stage.valueOf(row.getString("stage")),
                        ages(row),
                        row.getInt("seconds"),
                        words(row, "title"),
                        words(row, "summary"),
                        words(row, "author"),
                        topics.isEmpty() ? null : topics.getFirst(),
                        course == null ? null : new CourseId(course));
        return new LessonContent(
                lesson,
                row.getInt("edition"),
                topics,
                Listed.moments(row.getString("moments")),
                parts.asksZh().getOrDefault(id, List.of()),
                parts.asksEn().getOrDefault(id, List.of()),
                lasting(parts.sentences().getOrDefault(id, List.of()), lesson.seconds()),
                new Question(words(row, "question"), parts.choices().getOrDefault(id, List.of())),
                media(parts.media().getOrDefault(id, Map.of())),
                parts.sources().getOrDefault(id, List.of()),
                row.getString("rights"),
                row.getObject("fine_on", LocalDate.class));
    }

    private Map<UUID, List<String>> asks(String language) {
        Map<UUID, List<String>> asks = new HashMap<>();
        jdbc.sql(
                        """
                        select lesson_id, words from catalogue.ask
                         where language = :language order by lesson_id, place
                        """)
                .param("language", language)
                .query(row -> {
                    add(asks, row, row.getString("words"));
                });
        return asks;
    }

    private Map<UUID, List<Sentence>> sentences() {
        Map<UUID, List<Sentence>> sentences = new HashMap<>();
        jdbc.sql(
                        """
                        select lesson_id, at, words_zh, words_en
                          from catalogue.sentence order by lesson_id, at
                        """)
                .query(row -> {
                    int at = row.getInt("at");
                    add(sentences, row, new Sentence(at, at, words(row, "words")));
                });
        return sentences;
    }

    /** Gives every sentence its end: the next one's beginning, or the lesson's end. */
    private static List<Sentence> lasting(List<Sentence> starts, int seconds) {
        List<Sentence> lasting = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Sentence start = starts.get(i);
            int until = i + 1 < starts.size() ? starts.get(i + 1).at() : seconds;
            lasting.add(new Sentence(start.at(), until, start.words()));
        }
        return List.copyOf(lasting);
    }

    private Map<UUID, List<Question.Choice>> choices() {
        Map<UUID, List<Question.Choice>> choices = new HashMap<>();
        jdbc.sql(
                        """
                        select lesson_id, letter, words_zh, words_en, reply_zh, reply_en, is_right
                          from catalogue.choice order by lesson_id, letter
                        """)
                .query(row -> {
                    add(
                            choices,
                            row,
                            new Question.Choice(
                                    row.getString("letter"),
                                    words(row, "words"),
                                    words(row, "reply"),
                                    row.getBoolean("is_right")));
                });
        return choices;
    }

    private Map<UUID, Map<MediaPart, String>> media() {
        Map<UUID, Map<MediaPart, String>> media = new HashMap<>();
        jdbc.sql("select lesson_id, part, sha256, name from catalogue.media")
                .query(row -> {
                    String address =
                            "/media/" + row.getString("sha256") + "/" + row.getString("name");
                    media.computeIfAbsent(id(row, "lesson_id"), _ -> new EnumMap<>(MediaPart.class))
                            .put(MediaPart.valueOf(row.getString("part")), address);
                });
        return media;
    }

    private static Media media(Map<MediaPart, String> parts) {
        return new Media(
                parts.get(MediaPart.VIDEO),
                parts.get(MediaPart.AUDIO),
                parts.get(MediaPart.POSTER),
                parts.get(MediaPart.CAPTIONS_ZH),
                parts.get(MediaPart.CAPTIONS_EN));
    }

    private Map<UUID, List<Source>> sources() {
        Map<UUID, List<Source>> sources = new HashMap<>();
        jdbc.sql(
                        """
                        select lesson_id, title_zh, title_en, by_zh, by_en, part_zh, part_en,
                               year
                          from catalogue.source order by lesson_id, place
                        """)
                .query(row -> {
                    add(
                            sources,
                            row,
                            new Source(
                                    words(row, "title"),
                                    wordsIfThere(row, "by"),
                                    wordsIfThere(row, "part"),
                                    row.getInt("year")));
                });
        return sources;
    }

    private List<Course> courses() {
        Map<UUID, List<LessonId>> lessons = new HashMap<>();
        jdbc.sql(
                        """
                        select course_id, lesson_id
                          from catalogue.course_lesson order by course_id, place
                        """)
                .query(row -> {
                    lessons.computeIfAbsent(id(row, "course_id"), _ -> new ArrayList<>())
                            .add(new LessonId(id(row, "lesson_id")));
                });
        return jdbc.sql(
                        """
                        select id, slug, stage, months_from, months_to,
                               title_zh, title_en, summary_zh, summary_en
                          from catalogue.course
                        """)
                .query((row, _) ->
                        new Course(
                                new CourseId(id(row, "id")),
                                row.getString("slug"),
                                words(row, "title"),
                                words(row, "summary"),
                                Stage.valueOf(row.getString("stage")),
                                ages(row),
                                List.copyOf(lessons.getOrDefault(id(row, "id"), List.of()))))
                .list();
    }

    private static <T> void add(Map<UUID, List<T>> lists, ResultSet row, T item)
            throws SQLException {
        lists.computeIfAbsent(id(row, "lesson_id"), _ -> new ArrayList<>()).add(item);
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Words words(ResultSet row, String column) throws SQLException {
        return new Words(row.getString(column + "_zh"), row.getString(column + "_en"));
    }

    private static @Nullable Words wordsIfThere(ResultSet row, String column) throws SQLException {
        return row.getString(column + "_zh") == null ? null : words(row, column);
    }

    private static @Nullable Ages ages(ResultSet row) throws SQLException {
        @Nullable Integer from = row.getObject("months_from", Integer.class);
        return from == null ? null : new Ages(from, row.getInt("months_to"));
    }
}
