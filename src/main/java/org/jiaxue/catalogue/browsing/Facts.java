package org.jiaxue.catalogue.browsing;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Texts;
import org.jiaxue.web.look.Lattice;
import org.jiaxue.web.look.Passage;
import org.jiaxue.web.look.Tile;

/** What is said of a lesson in one line, in the reader's language. */
record Facts(Texts texts) {

    private static final int MINUTE = 60;

    String kind(Lesson.Kind kind) {
        return texts.say("catalogue.kind." + Asked.slug(kind));
    }

    String stage(Stage stage) {
        return texts.say(stage.key());
    }

    String moment(Moment moment) {
        return texts.say("catalogue.moment." + moment.slug());
    }

    static String icon(Lesson.Kind kind) {
        return switch (kind) {
            case VIDEO -> "video";
            case ARTICLE -> "article";
            case AUDIO -> "headphones";
        };
    }

    static Tile tile(Lesson lesson) {
        Lattice lattice =
                switch (lesson.kind()) {
                    case VIDEO -> Lattice.STEPS;
                    case ARTICLE -> Lattice.ICE;
                    case AUDIO -> Lattice.WAVES;
                };
        return Tile.lesson(lattice, lesson.seconds(), 0, false);
    }

    String length(int seconds) {
        int minutes = seconds / MINUTE;
        int rest = seconds % MINUTE;
        if (minutes == 0) {
            return texts.say("catalogue.length.seconds", rest);
        }
        return rest == 0
                ? texts.say("catalogue.length.minutes", minutes)
                : texts.say("catalogue.length", minutes, rest);
    }

    /** A second as a clock shows it, for instance 2:14. */
    static String clock(int second) {
        return "%d:%02d".formatted(second / MINUTE, second % MINUTE);
    }

    /** Kind, length and author. */
    List<String> line(Lesson lesson) {
        return List.of(kind(lesson.kind()), length(lesson.seconds()), texts.say(lesson.author()));
    }

    String reviewed(LessonContent content) {
        LocalDate day = content.reviewedOn();
        return day == null
                ? texts.say("catalogue.reviewed.not-yet")
                : texts.say("catalogue.reviewed", texts.day(day));
    }

    /** Stage or ages, and how many lessons. */
    String course(Course course) {
        Ages ages = course.ages();
        return (ages == null ? stage(course.stage()) : ages.say(texts))
                + (texts.english() ? " · " : "・")
                + texts.say("catalogue.course.about", course.lessons().size());
    }

    /** A sentence among its neighbours: the one before and the one after. */
    Passage passage(LessonContent content, int place) {
        String gap = texts.english() ? " " : "";
        String before = place == 0 ? "" : words(content, place - 1) + gap;
        boolean last = place + 1 == content.body().size();
        String after = last ? "" : gap + words(content, place + 1);
        return new Passage(before, words(content, place), after);
    }

    /** A sentence with the one before it, or after it when it is the first. */
    Passage snippet(LessonContent content, int place) {
        Passage whole = passage(content, place);
        return place == 0
                ? whole
                : new Passage(texts.say("catalogue.cut") + whole.before(), whole.match(), "");
    }

    private String words(LessonContent content, int place) {
        return texts.say(content.body().get(place).words());
    }
}
