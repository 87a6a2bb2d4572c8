package org.jiaxue.learning.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moving pictures, sound and articles count by the same arithmetic. */
class PlaybackOfEveryKindTests extends AtThePlayer {

    private static final LessonId LESSON = LessonId.named("a-lesson-of-this-kind");

    /** Other tests look at the same library. */
    @AfterEach
    void takeTheLessonAwayAgain() {
        jdbc.sql("delete from catalogue.lesson where id = :id")
                .param("id", LESSON.value())
                .update();
        changed();
    }

    @ParameterizedTest
    @EnumSource(Lesson.Kind.class)
    void a_lesson_of_any_kind_counts_what_time_allows_and_completes_at_four_fifths(
            Lesson.Kind kind) {
        add(kind);

        assertThat(kindByTheApi()).isEqualTo(kind.name().toLowerCase(Locale.ROOT));
        assertThat(phone.play(playback, LESSON.value()).status()).isEqualTo(201);
        later(10);
        Device.Answer hasty = phone.beat(playback, "[[0,50]]");
        later(29);
        Device.Answer nearly = phone.beat(playback, "[[20,78]]");
        later(1);
        Device.Answer enough = phone.beat(playback, "[[90,92]]");

        assertThat(hasty.number("coveredSeconds")).isEqualTo(20);
        assertThat(hasty.number("cutSeconds")).isEqualTo(30);
        assertThat(nearly.number("coveredSeconds")).isEqualTo(78);
        assertThat(nearly.body().path("completed").booleanValue()).isFalse();
        assertThat(nearly.points()).isZero();
        assertThat(enough.number("coveredSeconds")).isEqualTo(80);
        assertThat(enough.body().path("completed").booleanValue()).isTrue();
        assertThat(enough.points()).isEqualTo(2);
        assertThat(phone.play(UUID.randomUUID(), LESSON.value()).body().path("covered").toString())
                .isEqualTo("[[0,78],[90,92]]");
    }

    private String kindByTheApi() {
        return phone.send("GET", "/api/v1/lessons/" + LESSON, "")
                .body()
                .path("kind")
                .stringValue("");
    }

    /** A lesson of 100 seconds with the words of one that is there, in no course. */
    private void add(Lesson.Kind kind) {
        jdbc.sql(
                        """
                        insert into catalogue.lesson
                            (id, slug, kind, stage, months_from, months_to, seconds, topics,
                             title_zh, title_en, summary_zh, summary_en, author_zh, author_en,
                             rights, reviewed_on, question_zh, question_en, content_hash)
                        select :id, 'a-lesson-of-this-kind', :kind, stage, months_from, months_to,
                               100, topics, title_zh, title_en, summary_zh, summary_en, author_zh,
                               author_en, rights, reviewed_on, question_zh, question_en, ''
                        from catalogue.lesson
                        where id = :like
                        """)
                .param("id", LESSON.value())
                .param("kind", kind.name())
                .param("like", lesson.id().value())
                .update();
        jdbc.sql(
                        """
                        insert into catalogue.choice
                            (lesson_id, letter, words_zh, words_en, reply_zh, reply_en, is_right)
                        select :id, letter, words_zh, words_en, reply_zh, reply_en, is_right
                        from catalogue.choice
                        where lesson_id = :like
                        """)
                .param("id", LESSON.value())
                .param("like", lesson.id().value())
                .update();
        addWhatIsPlayed(kind);
        changed();
    }

    private void addWhatIsPlayed(Lesson.Kind kind) {
        jdbc.sql(
                        """
                        insert into catalogue.sentence (lesson_id, at, words_zh, words_en)
                        values (:id, 0, '一句话。', 'One sentence.')
                        """)
                .param("id", LESSON.value())
                .update();
        if (kind == Lesson.Kind.AUDIO) {
            jdbc.sql(
                            """
                            insert into catalogue.media (lesson_id, part, sha256, name)
                            values (:id, 'AUDIO', :hash, 'a-lesson-of-this-kind.m4a')
                            """)
                    .param("id", LESSON.value())
                    .param("hash", "0".repeat(64))
                    .update();
        }
    }

    private void changed() {
        jdbc.sql("update catalogue.edition set number = number + 1").update();
        catalogue.refresh();
    }
}
