package org.jiaxue.catalogue.browsing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.Media;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.catalogue.Question;
import org.jiaxue.catalogue.Source;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as programs see it. Which choice is right is not said here.
 *
 * @param seconds the length of its timeline
 * @param months the child's age in months it fits, from inclusive, to exclusive; absent before a
 *     child is there
 * @param topics what it is about, in words
 * @param moments the key moments at which it helps, by the names that {@code /moments/} knows
 * @param reviewedOn absent if nobody outside has reviewed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LessonJson(
        UUID id,
        String title,
        String summary,
        String stage,
        String kind,
        int seconds,
        @Nullable List<Integer> months,
        List<String> topics,
        List<String> moments,
        String author,
        String rights,
        @Nullable LocalDate reviewedOn,
        List<Said> body,
        Asking question,
        Files media,
        List<Cited> sources,
        @Nullable InCourse course) {

    /** One line of a list. */
    record Item(UUID id, String title, String stage, String kind, int seconds) {

        static Item of(Lesson lesson, Texts texts) {
            return new Item(
                    lesson.id().value(),
                    texts.say(lesson.title()),
                    lesson.stage().slug(),
                    Asked.slug(lesson.kind()),
                    lesson.seconds());
        }
    }

    /** A sentence and the seconds during which it stands. */
    record Said(int at, int until, String text) {}

    /** The reflection question; a choice is answered by its id. */
    record Asking(String ask, List<Choice> choices) {

        /** One answer to choose. */
        record Choice(String id, String text) {}
    }

    /** Addresses on this site; they never change what lies under them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Files(
            @Nullable String video,
            @Nullable String audio,
            @Nullable String poster,
            List<Captions> captions) {

        /** WebVTT in one language. */
        record Captions(String language, String href) {}

        static Files of(Media media) {
            List<Captions> captions = new ArrayList<>();
            if (media.captionsZh() != null) {
                captions.add(new Captions("zh-CN", media.captionsZh()));
            }
            if (media.captionsEn() != null) {
                captions.add(new Captions("en", media.captionsEn()));
            }
            return new Files(media.video(), media.audio(), media.poster(), captions);
        }
    }

    /** What it was written from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cited(String title, @Nullable String by, @Nullable String part, int year) {

        static Cited of(Source source, Texts texts) {
            return new Cited(
                    texts.say(source.title()),
                    said(source.by(), texts),
                    said(source.part(), texts),
                    source.year());
        }

        private static @Nullable String said(@Nullable Words words, Texts texts) {
            return words == null ? null : texts.say(words);
        }
    }

    /** The course it belongs to, and its place there from 1. */
    record InCourse(UUID id, String title, int place, int of) {}

    static LessonJson of(LessonContent content, @Nullable Course course, Texts texts) {
        Lesson lesson = content.lesson();
        Ages ages = lesson.ages();
        return new LessonJson(
                lesson.id().value(),
                texts.say(lesson.title()),
                texts.say(lesson.summary()),
                lesson.stage().slug(),
                Asked.slug(lesson.kind()),
                lesson.seconds(),
                ages == null ? null : List.of(ages.from(), ages.to()),
                content.topics().stream().map(it -> it.say(texts)).toList(),
                content.moments().keySet().stream().map(Moment::slug).toList(),
                texts.say(lesson.author()),
                content.rights(),
                content.reviewedOn(),
                content.body().stream()
                        .map(it -> new Said(it.at(), it.until(), texts.say(it.words())))
                        .toList(),
                asking(content.question(), texts),
                Files.of(content.media()),
                content.sources().stream().map(it -> Cited.of(it, texts)).toList(),
                course == null ? null : inCourse(course, lesson, texts));
    }

    private static Asking asking(Question question, Texts texts) {
        return new Asking(
                texts.say(question.ask()),
                question.choices().stream()
                        .map(it -> new Asking.Choice(it.letter(), texts.say(it.words())))
                        .toList());
    }

    private static InCourse inCourse(Course course, Lesson lesson, Texts texts) {
        return new InCourse(
                course.id().value(),
                texts.say(course.title()),
                course.lessons().indexOf(lesson.id()) + 1,
                course.lessons().size());
    }
}
