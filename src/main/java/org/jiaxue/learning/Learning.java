package org.jiaxue.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.learning.coverage.Coverage;
import org.jiaxue.learning.coverage.CoverageRow;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.playback.Beats;
import org.jiaxue.learning.playback.Playbacks;
import org.jiaxue.learning.recording.EventHistory;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.learning.reflection.ReflectionAnswer;
import org.jiaxue.learning.reflection.Reflections;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Sender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was really learned. Playback is verified by the seconds that were played (never by being
 * signed in), other rooms bring their facts, and each becomes a learning event once.
 */
@Component
public class Learning {

    /** How many lessons {@link #latest} answers at most. */
    public static final int MOST_LATEST = 50;

    /** The titles of so many events are asked for at once. */
    private static final int MOST_ASKED = 10_000;

    /** Among how many guardians {@link #completedBy} counts at once. */
    public static final int MOST_COUNTED = 10_000;

    private final Catalogue catalogue;
    private final Recorder recorder;
    private final EventHistory history;
    private final CoverageStore coverage;
    private final Playbacks playbacks;
    private final Beats beats;
    private final Reflections reflections;
    private final DatabaseClock clock;

    Learning(
            Catalogue catalogue,
            Recorder recorder,
            EventHistory history,
            CoverageStore coverage,
            Playbacks playbacks,
            Beats beats,
            Reflections reflections,
            DatabaseClock clock) {
        this.catalogue = catalogue;
        this.recorder = recorder;
        this.history = history;
        this.coverage = coverage;
        this.playbacks = playbacks;
        this.beats = beats;
        this.reflections = reflections;
        this.clock = clock;
    }

    /**
     * Records facts in the caller's transaction. A fact told before changes nothing; its guardian
     * is answered what it earned then.
     *
     * @param facts at most a few hundred, of any guardians
     * @return everything that these facts have earned, new or told before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Earner.Earnings record(List<Fact> facts) {
        Recorder.Recorded recorded = recorder.record(facts, clock.now());
        List<Earned> earned = new ArrayList<>(recorded.earnings().earned());
        List<Reached> reached = new ArrayList<>(recorded.earnings().reached());
        for (Fact fact : facts) {
            boolean added =
                    recorded.events().stream()
                            .anyMatch(event ->
                                    event.guardian().equals(fact.guardian())
                                            && event.kind() == fact.kind()
                                            && event.cause().equals(fact.cause()));
            if (!added) {
                Earner.Earnings before =
                        recorder.earned(fact.guardian(), fact.kind(), fact.cause());
                earned.addAll(before.earned());
                reached.addAll(before.reached());
            }
        }
        return new Earner.Earnings(List.copyOf(earned), List.copyOf(reached));
    }

    /** What is seen of a sender at this moment, for the circumstances of a fact. */
    public Circumstances seen(Sender sender) {
        return recorder.seen(sender, clock.now());
    }

    /** What a guardian has earned by this; nothing when it was never recorded. */
    @Transactional(readOnly = true)
    public Earner.Earnings earned(GuardianId guardian, EventKind kind, UUID cause) {
        return recorder.earned(guardian, kind, cause);
    }

    /** How far a guardian has come in these lessons; lessons never begun are left out. */
    @Transactional(readOnly = true)
    public List<Progress> progress(GuardianId guardian, Collection<LessonId> lessons) {
        return coverage.find(guardian, lessons).stream().map(Learning::progressOf).toList();
    }

    /** The lessons begun or completed, the latest first, at most {@value #MOST_LATEST}. */
    @Transactional(readOnly = true)
    public List<Progress> latest(GuardianId guardian, int most) {
        return coverage.latest(guardian, Math.min(most, MOST_LATEST)).stream()
                .map(Learning::progressOf)
                .toList();
    }

    /** The lessons among these whose question the guardian has answered right. */
    @Transactional(readOnly = true)
    public Set<LessonId> answered(GuardianId guardian, Collection<LessonId> lessons) {
        return reflections.answered(guardian, lessons);
    }

    /** What the lessons are about that a guardian has not completed, at most all there are. */
    @Transactional(readOnly = true)
    public List<Subject> left(GuardianId guardian) {
        List<Lesson> all = catalogue.lessons();
        Set<LessonId> completed =
                coverage.find(guardian, all.stream().map(Lesson::id).toList()).stream()
                        .filter(row -> row.completedAt() != null)
                        .map(CoverageRow::lesson)
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(lesson -> !completed.contains(lesson.id()))
                .map(Subject::about)
                .toList();
    }

    /**
     * How many of these guardians had completed each of these lessons before a moment. Who they are
     * is not told; callers hide small counts.
     *
     * @param since the guardians, at most {@value #MOST_COUNTED}, each with the moment from which
     *     their completions count
     * @return the lessons that anybody completed
     */
    @Transactional(readOnly = true)
    public Map<LessonId, Integer> completedBy(
            Map<GuardianId, Instant> since, Collection<LessonId> lessons, Instant before) {
        if (since.size() > MOST_COUNTED) {
            throw new IllegalArgumentException("at most " + MOST_COUNTED + " guardians at once");
        }
        return recorder.completedBy(since, lessons, before);
    }

    /**
     * Reads the events of many guardians, for re-runs and checks: by guardian, each guardian's by
     * {@code occurredAt} and then by id. Events are brought bit by bit and none is kept, so a
     * reading of any length needs little room; while it lasts, the reader may ask the database in
     * the same transaction. Titles are left out, see {@link #titled}; so whole terms are read from
     * an index alone.
     *
     * @param after guardians that come after this one, as the database compares ids: byte by byte
     * @param upTo up to this one, which is read too
     * @param from events that occurred at this moment or later
     * @param to and before this one
     */
    @Transactional(readOnly = true)
    public void events(
            GuardianId after,
            GuardianId upTo,
            Instant from,
            Instant to,
            Consumer<LearningEvent> reader) {
        history.read(after, upTo, from, to, reader);
    }

    /** The same events with their titles, by id; those that are no longer kept are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, LearningEvent> titled(List<LearningEvent> events) {
        Map<UUID, LearningEvent> titled = new HashMap<>();
        for (int from = 0; from < events.size(); from += MOST_ASKED) {
            int to = Math.min(events.size(), from + MOST_ASKED);
            titled.putAll(history.titled(events.subList(from, to)));
        }
        return titled;
    }

    /**
     * Reads the ids of all the events of some guardians, guardian by guardian.
     *
     * @param after the guardian before the first, in the order of the database
     * @param upTo the last guardian
     * @param reader takes a guardian and the id of an event of theirs
     */
    @Transactional(readOnly = true)
    public void eventIds(GuardianId after, GuardianId upTo, BiConsumer<GuardianId, UUID> reader) {
        history.ids(after, upTo, reader);
    }

    /** Of which of these causes a guardian's learning was ever told, by kind. */
    @Transactional(readOnly = true)
    public Map<EventKind, Set<UUID>> told(GuardianId guardian, Collection<UUID> causes) {
        return causes.isEmpty() ? Map.of() : history.told(guardian, causes);
    }

    /** Starts or resumes a playback under an id that the client picked. */
    public void play(GuardianId guardian, UUID playback, LessonId lesson) {
        playbacks.play(guardian, playback, lesson);
    }

    /** Says that seconds {@code [from, to)} were played now; the answer comes when it is kept. */
    public CompletableFuture<?> played(GuardianId guardian, UUID playback, int from, int to) {
        return beats.played(guardian, playback, from, to);
    }

    /**
     * Answers a lesson's reflection question with this letter; true when it was right. It earns
     * once the lesson is completed, be that before or after.
     */
    public boolean reflect(GuardianId guardian, LessonId lesson, String letter) {
        ReflectionAnswer answer = reflections.answer(guardian, lesson, letter);
        return answer instanceof ReflectionAnswer.Right
                || answer instanceof ReflectionAnswer.RightUnseen;
    }

    private static Progress progressOf(CoverageRow row) {
        Coverage coverage = row.coverage();
        return new Progress(
                row.lesson(),
                coverage.seconds(),
                coverage.coveredSeconds(),
                row.completedAt() == null ? coverage.leftSeconds() : 0,
                row.resumeAt(),
                row.completedAt() != null,
                coverage.clock());
    }
}
