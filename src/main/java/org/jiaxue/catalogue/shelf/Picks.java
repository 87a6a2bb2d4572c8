package org.jiaxue.catalogue.shelf;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.CourseId;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Pick;
import org.jiaxue.identity.Stage;

/** Chooses lessons by fit, never by how often anybody else opened them. */
public final class Picks {

    /** Where most families are first: so a visitor likely finds theirs among the first. */
    private static final List<Stage> BY_FAMILIES =
            List.of(
                    Stage.PRIMARY,
                    Stage.KINDERGARTEN,
                    Stage.JUNIOR,
                    Stage.INFANT,
                    Stage.SENIOR,
                    Stage.MARRIAGE);

    private Picks() {}

    public static Stream<Pick> from(
            Shelf shelf, Collection<Integer> months, Collection<Stage> stages, Set<LessonId> done) {
        Stream<Pick> next =
                shelf.courses().values().stream()
                        .filter(course -> course.lessons().stream().anyMatch(done::contains))
                        .flatMap(course -> firstNotDone(course, done).stream())
                        .flatMap(id -> shelf.content(id).stream())
                        .map(it -> new Pick(it.lesson(), Pick.Reason.NEXT_IN_COURSE));
        Stream<Pick> fitting =
                months.stream()
                        .flatMap(age -> where(shelf, Pick.Reason.FITS_AGE, it -> fits(it, age)));
        Stream<Pick> staged =
                stages.stream()
                        .flatMap(stage ->
                                where(shelf, Pick.Reason.FITS_STAGE, it -> it.stage() == stage));
        Stream<Pick> beginning =
                months.isEmpty() && stages.isEmpty() ? shelf.beginnings().stream() : Stream.of();
        Set<LessonId> seen = new HashSet<>(done);
        return Stream.of(next, fitting, staged, beginning)
                .flatMap(picks -> picks)
                .filter(pick -> seen.add(pick.lesson().id()));
    }

    /** One lesson a stage that begins a course, then all others with which one can begin. */
    static List<Pick> beginnings(List<Lesson> all, Map<CourseId, Course> courses) {
        List<Lesson> begin = all.stream().filter(it -> begins(it, courses)).toList();
        Stream<Lesson> oneEach =
                BY_FAMILIES.stream()
                        .flatMap(stage ->
                                begin.stream()
                                        .filter(it -> it.stage() == stage && it.course() != null)
                                        .limit(1));
        return Stream.concat(oneEach, begin.stream())
                .distinct()
                .map(lesson -> new Pick(lesson, Pick.Reason.TO_BEGIN_WITH))
                .toList();
    }

    private static Optional<LessonId> firstNotDone(Course course, Set<LessonId> done) {
        return course.lessons().stream().filter(id -> !done.contains(id)).findFirst();
    }

    private static Stream<Pick> where(
            Shelf shelf, Pick.Reason reason, Predicate<Lesson> condition) {
        return shelf.all().stream().filter(condition).map(lesson -> new Pick(lesson, reason));
    }

    private static boolean fits(Lesson lesson, int age) {
        Ages ages = lesson.ages();
        return ages != null && ages.fit(age);
    }

    private static boolean begins(Lesson lesson, Map<CourseId, Course> courses) {
        return Optional.ofNullable(lesson.course())
                .map(courses::get)
                .map(course -> course.lessons().getFirst().equals(lesson.id()))
                .orElse(true);
    }
}
