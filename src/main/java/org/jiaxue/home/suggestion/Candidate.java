package org.jiaxue.home.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jiaxue.catalogue.CourseId;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.Prospects.Deed;
import org.jspecify.annotations.Nullable;

/**
 * A thing that could be suggested.
 *
 * @param minutes that it takes, rounded up, at least 1
 * @param parts what the ledger would be told of it, in order; none of a confirmation
 * @param course the course that a lesson takes further; null for everything else
 * @param at when it takes place; null for what can be done at any time
 */
record Candidate(
        Thing thing,
        int minutes,
        List<Part> parts,
        @Nullable Further course,
        @Nullable Instant at) {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    /** A fact that it would bring. */
    record Part(EventKind kind, UUID cause, Subject subject) {}

    /**
     * A course with a lesson that is left of it.
     *
     * @param left the lessons that are left, in order
     * @param whole what the ledger would be told with the last of them
     */
    record Further(CourseId course, LessonId lesson, List<LessonId> left, Part whole) {

        /** Whether it is the last one when others are completed first. */
        boolean completes(Set<LessonId> first) {
            return left.stream().allMatch(it -> it.equals(lesson) || first.contains(it));
        }

        /** Whether a lesson comes before it that is left even then. */
        boolean outOfTurn(Set<LessonId> first) {
            return left.stream()
                    .takeWhile(it -> !it.equals(lesson))
                    .anyMatch(it -> !first.contains(it));
        }
    }

    /**
     * What the ledger would be told if it were done on a day, today from now on.
     *
     * @param first the lessons that would be completed before
     */
    List<Deed> on(LocalDate day, Instant now, ZoneId zone, Set<LessonId> first) {
        List<Part> all = new ArrayList<>(parts);
        if (course != null && course.completes(first)) {
            all.add(course.whole());
        }
        return deeds(all, from(day, now, zone));
    }

    /** Everything that could ever be told of it, its course among that. */
    List<Deed> all(Instant now) {
        List<Part> all = new ArrayList<>(parts);
        if (course != null) {
            all.add(course.whole());
        }
        return deeds(all, now);
    }

    private static List<Deed> deeds(List<Part> all, Instant from) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    Part part = all.get(i);
                    return new Deed(part.kind(), part.cause(), part.subject(), from.plusSeconds(i));
                })
                .toList();
    }

    private Instant from(LocalDate day, Instant now, ZoneId zone) {
        if (at != null) {
            return at.isBefore(now) ? now : at;
        }
        return LocalDate.ofInstant(now, zone).isBefore(day)
                ? day.atTime(MORNING).atZone(zone).toInstant()
                : now;
    }

    /** The course that it takes further; null for none. */
    @Nullable CourseId courseId() {
        return course == null ? null : course.course();
    }
}
