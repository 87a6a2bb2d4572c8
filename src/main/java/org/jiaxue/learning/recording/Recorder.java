package org.jiaxue.learning.recording;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Course;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.Affiliation;
import org.jiaxue.identity.Affiliations;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.CourseCompleted;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.learning.LearningRecorded;
import org.jiaxue.learning.Setting;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Secrets;
import org.jiaxue.web.Sender;
import org.jiaxue.web.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes events of facts and has them earn, in the caller's transaction. */
@Component
public class Recorder {

    private static final String DEVICE = "learning.device";
    private static final String NETWORK = "learning.network";

    private final EventStore events;
    private final People people;
    private final ObjectProvider<Affiliations> affiliations;
    private final Catalogue catalogue;
    private final ObjectProvider<Earner> earner;
    private final ApplicationEventPublisher publisher;
    private final Secrets secrets;
    private final Times times;

    Recorder(
            EventStore events,
            People people,
            ObjectProvider<Affiliations> affiliations,
            Catalogue catalogue,
            ObjectProvider<Earner> earner,
            ApplicationEventPublisher publisher,
            Secrets secrets,
            Times times) {
        this.events = events;
        this.people = people;
        this.affiliations = affiliations;
        this.catalogue = catalogue;
        this.earner = earner;
        this.publisher = publisher;
        this.secrets = secrets;
        this.times = times;
    }

    /** Records facts; answers the events that are new, courses that they completed included. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recorded record(List<Fact> facts, Instant heardAt) {
        Map<UUID, Circumstances> seen = new HashMap<>();
        List<LearningEvent> added = new ArrayList<>(events.add(eventsOf(facts, seen), heardAt));
        List<Fact> courses = coursesCompletedBy(added, seen);
        if (!courses.isEmpty()) {
            List<LearningEvent> completed = events.add(eventsOf(courses, seen), heardAt);
            added.addAll(completed);
            completed.forEach(this::publishCourse);
        }
        if (added.isEmpty()) {
            return new Recorded(List.of(), Earner.Earnings.NONE);
        }
        Earner.Earnings earnings = earner.getObject().earn(List.copyOf(added), seen);
        publisher.publishEvent(new LearningRecorded(List.copyOf(added)));
        return new Recorded(List.copyOf(added), earnings);
    }

    /**
     * What is seen of a sender at a moment: hashes that compare within its day and with no other.
     */
    public Circumstances seen(Sender sender, Instant at) {
        String day = times.dayOf(at) + " ";
        return new Circumstances(
                sender.device() == null ? null : secrets.hash(DEVICE, day + sender.device()),
                sender.network() == null ? null : secrets.hash(NETWORK, day + sender.network()),
                null,
                0,
                0);
    }

    /** The events that are new, and what they earned. */
    public record Recorded(List<LearningEvent> events, Earner.Earnings earnings) {

        /** Those of one guardian. */
        public Recorded of(GuardianId guardian) {
            List<LearningEvent> own =
                    events.stream().filter(event -> event.guardian().equals(guardian)).toList();
            return new Recorded(own, earnings.of(own.stream().map(LearningEvent::id).toList()));
        }
    }

    /** What a guardian has earned by this; nothing when it was never recorded. */
    public Earner.Earnings earned(GuardianId guardian, EventKind kind, UUID cause) {
        return earnedBy(told(kind, Map.of(guardian, List.of(cause))));
    }

    /** The events of a kind that were recorded for these causes, with one question for all. */
    public List<LearningEvent> told(
            EventKind kind, Map<GuardianId, ? extends Collection<UUID>> causes) {
        return events.find(kind, causes);
    }

    /** What these events have earned so far, with one question for all. */
    public Earner.Earnings earnedBy(List<LearningEvent> events) {
        Map<GuardianId, Collection<UUID>> ids = new LinkedHashMap<>();
        events.forEach(
                it -> ids.computeIfAbsent(it.guardian(), _ -> new ArrayList<>()).add(it.id()));
        List<Instant> times = events.stream().map(LearningEvent::occurredAt).sorted().toList();
        return times.isEmpty()
                ? Earner.Earnings.NONE
                : earnedBy(ids, times.getFirst(), times.getLast());
    }

    /** What events of a guardian, which occurred at a moment, have earned so far. */
    public Earner.Earnings earnedBy(GuardianId guardian, Collection<UUID> ids, Instant at) {
        return earnedBy(Map.of(guardian, ids), at, at);
    }

    /** What events have earned so far, by their guardians, with one question for all. */
    public Earner.Earnings earnedBy(
            Map<GuardianId, Collection<UUID>> events, Instant earliest, Instant latest) {
        return events.values().stream().allMatch(Collection::isEmpty)
                ? Earner.Earnings.NONE
                : earner.getObject().earnedBy(events, earliest, latest);
    }

    /** How many of these completed each lesson, each from a moment of their own on, before one. */
    public Map<LessonId, Integer> completedBy(
            Map<GuardianId, Instant> since, Collection<LessonId> lessons, Instant before) {
        return since.isEmpty() || lessons.isEmpty()
                ? Map.of()
                : events.completedBy(since, lessons, before);
    }

    /** Those of these guardians who agree, at this moment, that learning is recorded. */
    public Set<GuardianId> agreeing(Collection<GuardianId> guardians) {
        return guardians.isEmpty() ? Set.of() : people.mayRecord(guardians);
    }

    /** The facts as events; what was seen of each goes beside it. */
    private List<LearningEvent> eventsOf(List<Fact> facts, Map<UUID, Circumstances> seen) {
        Set<GuardianId> guardians = facts.stream().map(Fact::guardian).collect(Collectors.toSet());
        Map<GuardianId, Household> households = people.households(guardians);
        Map<GuardianId, Affiliation> schools =
                Optional.ofNullable(affiliations.getIfAvailable())
                        .map(it -> it.of(guardians))
                        .orElse(Map.of());
        List<LearningEvent> told = new ArrayList<>();
        for (Fact fact : facts) {
            GuardianId who = fact.guardian();
            LearningEvent event = eventOf(fact, households.get(who), schools.get(who));
            told.add(event);
            seen.put(event.id(), fact.circumstances());
        }
        return told;
    }

    /**
     * To the microsecond, as the database keeps it: whoever rounded it again, in whichever
     * direction, would look for it at another time.
     */
    private LearningEvent eventOf(
            Fact fact, @Nullable Household household, @Nullable Affiliation affiliation) {
        if (household == null) {
            throw new IllegalStateException("No such guardian: " + fact.guardian());
        }
        return new LearningEvent(
                Ids.next(),
                fact.guardian(),
                fact.kind(),
                fact.cause(),
                fact.occurredAt().truncatedTo(ChronoUnit.MICROS),
                fact.subject(),
                household.division(),
                Setting.of(
                        fact.subject(),
                        household.children(),
                        times.dayOf(fact.occurredAt()),
                        times.today(),
                        affiliation == null ? null : affiliation.school()));
    }

    /**
     * The courses that these lessons complete, with one question for all guardians. A course is
     * completed as its last lesson was.
     */
    private List<Fact> coursesCompletedBy(
            List<LearningEvent> added, Map<UUID, Circumstances> seen) {
        Map<LearningEvent, Course> courses = new LinkedHashMap<>();
        for (LearningEvent event : added) {
            if (event.kind() == EventKind.LESSON_COMPLETED) {
                courseOf(event).ifPresent(course -> courses.put(event, course));
            }
        }
        if (courses.isEmpty()) {
            return List.of();
        }
        Map<GuardianId, Set<UUID>> completed =
                events.completedLessons(
                        courses.keySet().stream().map(LearningEvent::guardian).toList(),
                        courses.values().stream().flatMap(Recorder::lessonsOf).toList());
        return courses.entrySet().stream()
                .filter(it -> whole(it.getValue(), completed.get(it.getKey().guardian())))
                .map(it ->
                        courseFact(it.getKey(), it.getValue())
                                .seen(seen.getOrDefault(it.getKey().id(), Circumstances.NONE)))
                .toList();
    }

    private Optional<Course> courseOf(LearningEvent lesson) {
        return catalogue
                .lesson(new LessonId(lesson.cause()))
                .map(Lesson::course)
                .flatMap(catalogue::course);
    }

    private static boolean whole(Course course, @Nullable Set<UUID> completed) {
        return completed != null && lessonsOf(course).allMatch(completed::contains);
    }

    private static Stream<UUID> lessonsOf(Course course) {
        return course.lessons().stream().map(LessonId::value);
    }

    private Fact courseFact(LearningEvent lesson, Course course) {
        return new Fact(
                lesson.guardian(),
                EventKind.COURSE_COMPLETED,
                course.id().value(),
                lesson.occurredAt(),
                new Subject(course.title(), course.stage(), course.ages(), "", secondsOf(course)));
    }

    private int secondsOf(Course course) {
        return catalogue.lessons(course.lessons()).stream().mapToInt(Lesson::seconds).sum();
    }

    private void publishCourse(LearningEvent event) {
        publisher.publishEvent(
                new CourseCompleted(
                        event.guardian(),
                        event.id(),
                        event.cause(),
                        event.subject().title(),
                        event.division(),
                        event.occurredAt()));
    }
}
