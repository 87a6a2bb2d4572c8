package org.jiaxue.catalogue.shelf;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.CourseId;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonContent;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Moment;
import org.jiaxue.catalogue.Pick;
import org.jiaxue.catalogue.search.SearchIndex;

/**
 * The whole catalogue at one moment, in memory. About 10 kB a lesson, so a province's thousands
 * fit.
 *
 * @param edition the number under which the database holds this content
 * @param lessons by stage, then course and place in it, then name
 * @param courses by stage, then name
 * @param indexing what is found by words; ready soon
 * @param all the lessons in their order
 * @param beginnings what somebody may begin with of whom nothing is known
 */
public record Shelf(
        long edition,
        Map<LessonId, LessonContent> lessons,
        Map<CourseId, Course> courses,
        CompletableFuture<SearchIndex> indexing,
        List<Lesson> all,
        List<Pick> beginnings) {

    static Shelf of(long edition, List<LessonContent> contents, List<Course> courses) {
        Map<CourseId, Course> byId = new LinkedHashMap<>();
        courses.stream()
                .sorted(Comparator.comparing(Course::stage).thenComparing(Course::slug))
                .forEach(course -> byId.put(course.id(), course));
        Map<LessonId, LessonContent> ordered = new LinkedHashMap<>();
        contents.stream()
                .sorted(
                        Comparator.comparing((LessonContent it) -> it.lesson().stage())
                                .thenComparing(it -> courseName(it.lesson(), byId))
                                .thenComparingInt(it -> place(it.lesson(), byId))
                                .thenComparing(it -> it.lesson().slug()))
                .forEach(content -> ordered.put(content.lesson().id(), content));
        List<LessonContent> all = List.copyOf(ordered.values());
        List<Lesson> lessons = all.stream().map(LessonContent::lesson).toList();
        return new Shelf(
                edition,
                ordered,
                byId,
                CompletableFuture.supplyAsync(() -> SearchIndex.over(all)),
                lessons,
                Picks.beginnings(lessons, byId));
    }

    /** Lessons of a course stand before the others of their stage. */
    private static String courseName(Lesson lesson, Map<CourseId, Course> courses) {
        return Optional.ofNullable(lesson.course()).map(courses::get).map(Course::slug).orElse("~");
    }

    private static int place(Lesson lesson, Map<CourseId, Course> courses) {
        return Optional.ofNullable(lesson.course())
                .map(courses::get)
                .map(c -> c.lessons().indexOf(lesson.id()))
                .orElse(0);
    }

    /** What is found by words; whoever asks first waits until it is made. */
    public SearchIndex index() {
        return indexing.join();
    }

    public Optional<LessonContent> content(LessonId id) {
        return Optional.ofNullable(lessons.get(id));
    }

    /** The lessons packed for a key moment, in the order in which they help. */
    public List<Lesson> lessonsFor(Moment moment) {
        return lessons.values().stream()
                .filter(content -> content.moments().containsKey(moment))
                .sorted(Comparator.comparing(content -> content.moments().get(moment)))
                .map(LessonContent::lesson)
                .toList();
    }

    /** The key moments for which there are lessons, in the order of life. */
    public List<Moment> moments() {
        return Arrays.stream(Moment.values()).filter(it -> !lessonsFor(it).isEmpty()).toList();
    }
}
