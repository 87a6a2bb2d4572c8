package org.jiaxue.catalogue.browsing;

import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.Topic;
import org.jiaxue.catalogue.shelf.Shelf;
import org.jiaxue.web.Slice;
import org.jiaxue.web.Texts;
import org.jiaxue.web.look.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What a search page shows.
 *
 * @param answer the passage that answers, on the first page
 * @param further lessons that are near, with the sentence that is; where few were found, also
 *     lessons on the answer's topics
 * @param total how many lessons were found
 * @param pages how many pages they fill, at least 1
 */
record Found(@Nullable Answer answer, List<Near> further, int total, int pages) {

    static final Found NOTHING = new Found(null, List.of(), 0, 1);

    /** An answer is shown with so many further lessons if there are as many on its topics. */
    private static final int COMPANY = 3;

    /** The nearest passage and the lesson it is from. */
    record Answer(LessonContent content, Passage passage, int at) {

        Lesson lesson() {
            return content.lesson();
        }

        String path() {
            return lessonPath(lesson(), at);
        }
    }

    /** A further lesson and its nearest sentence. */
    record Near(Lesson lesson, Passage passage, int at) {

        String path() {
            return lessonPath(lesson, at);
        }
    }

    static Found of(Asked asked, Shelf shelf, Texts texts) {
        List<LessonContent> all = asked.in(shelf);
        Slice<LessonContent> slice = Slice.of(all, asked.page(), Catalogue.PAGE_SIZE);
        List<LessonContent> shown = slice.items();
        Facts facts = new Facts(texts);
        boolean answers = asked.page() == 0 && !asked.q().isEmpty() && !shown.isEmpty();
        Answer answer = answers ? answer(shown.getFirst(), asked, shelf, facts) : null;
        List<LessonContent> company = answers ? company(all, asked, shelf) : List.of();
        List<Near> further =
                Stream.concat(shown.stream().skip(answers ? 1 : 0), company.stream())
                        .map(content -> near(content, asked, shelf, facts))
                        .toList();
        return new Found(answer, further, all.size(), slice.pages());
    }

    /** Lessons that share a topic with the first of these, so that few do not stand alone. */
    private static List<LessonContent> company(List<LessonContent> all, Asked asked, Shelf shelf) {
        List<Topic> topics = all.getFirst().topics();
        return shelf.lessons().values().stream()
                .filter(content -> !all.contains(content))
                .filter(content -> asked.fits(content.lesson()))
                .filter(content -> content.topics().stream().anyMatch(topics::contains))
                .limit(Math.max(0, COMPANY + 1 - all.size()))
                .toList();
    }

    /** How many lessons the page has no room for. */
    int beyond() {
        return Math.max(0, total - Catalogue.PAGE_SIZE);
    }

    private static Answer answer(LessonContent content, Asked asked, Shelf shelf, Facts facts) {
        int place = shelf.index().answer(content, asked.q());
        return new Answer(content, facts.passage(content, place), content.body().get(place).at());
    }

    private static Near near(LessonContent content, Asked asked, Shelf shelf, Facts facts) {
        Lesson lesson = content.lesson();
        if (asked.q().isEmpty()) {
            return new Near(lesson, Passage.plain(facts.texts().say(lesson.summary())), 0);
        }
        int place = shelf.index().answer(content, asked.q());
        return new Near(lesson, facts.snippet(content, place), content.body().get(place).at());
    }

    private static String lessonPath(Lesson lesson, int at) {
        return "/lessons/" + lesson.id() + (at > 0 ? "?at=" + at : "");
    }
}
