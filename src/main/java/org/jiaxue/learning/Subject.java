package org.jiaxue.learning;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.OptionalInt;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.Topic;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a learning event was about, as it was called at the time.
 *
 * @param topic the slug of what a lesson is about first of all; empty for what is no lesson
 * @param seconds how long it takes, as it was then; 0 where that is not known
 */
public record Subject(Words title, Stage stage, @Nullable Ages ages, String topic, int seconds) {

    /** What stands for the title where it was not read. */
    public static final Words UNTITLED = new Words("", "");

    /** Something that has neither a topic nor a length. */
    public Subject(Words title, Stage stage, @Nullable Ages ages) {
        this(title, stage, ages, "", 0);
    }

    /** As it was published, maybe before it had a topic and a length. */
    @JsonCreator
    static Subject read(
            Words title,
            Stage stage,
            @Nullable Ages ages,
            @Nullable String topic,
            @Nullable Integer seconds) {
        return new Subject(
                title, stage, ages, topic == null ? "" : topic, seconds == null ? 0 : seconds);
    }

    /** A lesson, as it is called today. */
    public static Subject about(Lesson lesson) {
        Topic topic = lesson.topic();
        return new Subject(
                lesson.title(),
                lesson.stage(),
                lesson.ages(),
                topic == null ? "" : topic.slug(),
                lesson.seconds());
    }

    /** Whether it fits a child of so many months; what has no ages fits none. */
    public boolean fits(int months) {
        return ages != null && ages.fit(months);
    }

    /** The age in months at which it begins to fit; empty before a child is there. */
    public OptionalInt fitsFrom() {
        return ages == null ? OptionalInt.empty() : OptionalInt.of(ages.from());
    }
}
