package org.jiaxue.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jiaxue.catalogue.review.Reviews;
import org.jiaxue.catalogue.search.SearchIndex;
import org.jiaxue.catalogue.shelf.Picks;
import org.jiaxue.catalogue.shelf.Shelf;
import org.jiaxue.catalogue.shelf.Shelves;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.Slice;
import org.jiaxue.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lessons and courses. Every answer about them comes from memory and is at most five seconds
 * older than the database; none waits for it, none throws for an id that is not there. What
 * reviewers said is asked of the database.
 */
@Component
public class Catalogue {

    /** What is told to every node when there is another edition. */
    public static final String EDITION = "catalogue.edition";

    /** How many lessons a page of a list holds. */
    public static final int PAGE_SIZE = 20;

    private final Shelves shelves;
    private final Reviews reviews;

    Catalogue(Shelves shelves, Reviews reviews) {
        this.shelves = shelves;
        this.reviews = reviews;
    }

    public Optional<Lesson> lesson(LessonId id) {
        return content(id).map(LessonContent::lesson);
    }

    /** The lesson with its text, question, media and sources. */
    public Optional<LessonContent> content(LessonId id) {
        return shelves.current().content(id);
    }

    /** The lessons with these ids in the order asked for; what is not there is left out. */
    public List<Lesson> lessons(Collection<LessonId> ids) {
        Shelf shelf = shelves.current();
        return ids.stream()
                .map(shelf.lessons()::get)
                .filter(Objects::nonNull)
                .map(LessonContent::lesson)
                .toList();
    }

    /** All lessons, by stage, then course and place in it, then name. */
    public List<Lesson> lessons() {
        return shelves.current().all();
    }

    /** The lessons of a stage, in the order of {@link #lessons()}. */
    public List<Lesson> lessons(Stage stage) {
        return lessons().stream().filter(lesson -> lesson.stage() == stage).toList();
    }

    /**
     * One page of {@link #lessons()}.
     *
     * @param page from 0; beyond the last it is empty
     */
    public Slice<Lesson> page(int page) {
        return Slice.of(lessons(), page, PAGE_SIZE);
    }

    /** One page of {@link #lessons(Stage)}, as {@link #page(int)}. */
    public Slice<Lesson> page(Stage stage, int page) {
        return Slice.of(lessons(stage), page, PAGE_SIZE);
    }

    /**
     * The lessons that answer a question, the nearest first, at most 200; none where nothing is
     * near.
     *
     * @param question at most {@link SearchIndex#MOST_CHARACTERS} characters; none for a longer one
     */
    public List<Lesson> find(String question) {
        return question.codePointCount(0, question.length()) > SearchIndex.MOST_CHARACTERS
                ? List.of()
                : shelves.current().index().find(question).stream()
                        .map(LessonContent::lesson)
                        .toList();
    }

    public Optional<Course> course(CourseId id) {
        return Optional.ofNullable(shelves.current().courses().get(id));
    }

    /** The course that the lesson belongs to, if any. */
    public Optional<Course> courseOf(LessonId id) {
        return lesson(id).map(Lesson::course).flatMap(this::course);
    }

    /** All courses, by stage, then name. */
    public List<Course> courses() {
        return List.copyOf(shelves.current().courses().values());
    }

    /** The lesson's text in order of time; empty for a lesson that is not there. */
    public List<Sentence> body(LessonId id) {
        return content(id).map(LessonContent::body).orElse(List.of());
    }

    /** The reflection question, with which choice is right. */
    public Optional<Question> question(LessonId id) {
        return content(id).map(LessonContent::question);
    }

    /** The addresses of the lesson's files; none for a lesson that is not there. */
    public Media media(LessonId id) {
        return content(id).map(LessonContent::media).orElse(Media.NONE);
    }

    /**
     * Lessons for a family, each with the reason: first the next one of a course that was begun,
     * then those that fit a child's age, then those of a child's stage; for a family without
     * children, lessons that courses begin with.
     *
     * @param months the children's ages in months, youngest first
     * @param stages the children's stages
     * @param done lessons that were completed; none of them is picked
     * @param count at most so many, 1 to 20
     */
    public List<Pick> picks(
            Collection<Integer> months, Collection<Stage> stages, Set<LessonId> done, int count) {
        return Picks.from(shelves.current(), months, stages, done)
                .limit(Math.clamp(count, 1, PAGE_SIZE))
                .toList();
    }

    /** How every lesson stands with its reviews today, asked of the database. */
    public Map<LessonId, Standing> standings() {
        return reviews.standings();
    }

    /**
     * What was said of a lesson, the newest first, asked of the database.
     *
     * @param most how many at most
     */
    public List<Review> reviews(LessonId lesson, int most) {
        return reviews.of(lesson, most);
    }

    /**
     * Writes down what a reviewer said of the edition that they read; said twice, it stands once.
     * Whether they may review is the caller's to ask.
     *
     * @param note 1 to {@link Review#MOST_NOTE} characters where changes are asked for, else none
     */
    public Reviewing review(
            Viewer.Staff reviewer,
            LessonId lesson,
            int edition,
            Review.Outcome outcome,
            @Nullable String note) {
        Reviewing done = reviews.record(reviewer, lesson, edition, outcome, note);
        shelves.refresh();
        return done;
    }

    /** Looks at once whether the database holds another edition, instead of within five seconds. */
    public void refresh() {
        shelves.refresh();
    }
}
