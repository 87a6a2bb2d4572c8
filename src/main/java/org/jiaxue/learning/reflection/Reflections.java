package org.jiaxue.learning.reflection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Question;
import org.jiaxue.identity.People;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Subject;
import org.jiaxue.learning.Worth;
import org.jiaxue.learning.coverage.CoverageStore;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Sender;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges answers to reflection questions, until they are right, without limit.
 *
 * <p>A right answer becomes a learning event once the lesson is completed, whichever comes last, so
 * that nothing is earned where nothing was played. Both may happen at the same instant: the answer
 * looks for completion under a lock on the lesson's coverage that it holds until it commits, and
 * the beat that completes looks for answers after it has written that coverage. So one of the two
 * always sees the other. The answer and what it earns are kept together or not at all.
 */
@Component
public class Reflections {

    private final Catalogue catalogue;
    private final People people;
    private final Recorder recorder;
    private final CoverageStore coverage;
    private final ReflectionStore answers;
    private final Worth worth;
    private final DatabaseClock clock;
    private final TransactionTemplate transaction;

    Reflections(
            Catalogue catalogue,
            People people,
            Recorder recorder,
            CoverageStore coverage,
            ReflectionStore answers,
            Worth worth,
            DatabaseClock clock,
            TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.people = people;
        this.recorder = recorder;
        this.coverage = coverage;
        this.answers = answers;
        this.worth = worth;
        this.clock = clock;
        this.transaction = transaction;
    }

    public ReflectionAnswer answer(GuardianId guardian, LessonId lessonId, String letter) {
        return answer(guardian, lessonId, letter, Sender.UNKNOWN);
    }

    /** Judges an answer that came from somewhere. */
    public ReflectionAnswer answer(
            GuardianId guardian, LessonId lessonId, String letter, Sender sender) {
        Optional<Lesson> lesson = catalogue.lesson(lessonId);
        Optional<Question> question = catalogue.question(lessonId);
        if (lesson.isEmpty() || question.isEmpty()) {
            return new ReflectionAnswer.NoSuchQuestion();
        }
        Optional<Question.Choice> choice = question.get().choice(letter);
        if (choice.isEmpty()) {
            return new ReflectionAnswer.NoSuchChoice();
        }
        return Objects.requireNonNull(
                transaction.execute(_ -> judged(guardian, lesson.get(), choice.get(), sender)));
    }

    /** What the guardian answered last; empty before the first. */
    public Optional<ReflectionStore.Given> last(GuardianId guardian, LessonId lesson) {
        return answers.last(guardian, lesson);
    }

    /** The lessons among these whose question was ever answered right. */
    public Set<LessonId> answered(GuardianId guardian, Collection<LessonId> lessons) {
        return answers
                .right(lessons.stream().map(it -> new ReflectionStore.Key(guardian, it)).toList())
                .keySet()
                .stream()
                .map(ReflectionStore.Key::lesson)
                .collect(Collectors.toSet());
    }

    /** Locks consent, the answer and the coverage in this order, and then what recording does. */
    private ReflectionAnswer judged(
            GuardianId guardian, Lesson lesson, Question.Choice choice, Sender sender) {
        if (!people.mayRecordUntilCommit(guardian)) {
            return new ReflectionAnswer.NotAgreed();
        }
        answers.keep(guardian, lesson.id(), choice, clock.now());
        if (!choice.right()) {
            return new ReflectionAnswer.NotYet(choice.reply());
        }
        return coverage.completedUntilCommit(guardian, lesson.id())
                ? new ReflectionAnswer.Right(
                        choice.reply(), earnings(guardian, lesson, clock.now(), sender))
                : new ReflectionAnswer.RightUnseen(choice.reply(), promised(guardian, lesson));
    }

    private @Nullable Integer promised(GuardianId guardian, Lesson lesson) {
        Subject subject = Subject.about(lesson);
        Worth.Promise promise =
                worth.now(
                                List.of(
                                        new Worth.Deed(EventKind.LESSON_COMPLETED, subject),
                                        new Worth.Deed(EventKind.REFLECTION_ANSWERED, subject)),
                                guardian)
                        .getLast();
        return promise.cut() || promise.points() == 0 ? null : promise.points();
    }

    private Earner.Earnings earnings(
            GuardianId guardian, Lesson lesson, Instant now, Sender sender) {
        ReflectionStore.Key key = new ReflectionStore.Key(guardian, lesson.id());
        ReflectionStore.Taken taken = answers.right(List.of(key)).get(key);
        Fact fact =
                fact(guardian, lesson, now)
                        .seen(
                                recorder.seen(sender, now)
                                        .answeredIn(taken == null ? null : taken.millis()));
        Recorder.Recorded recorded = recorder.record(List.of(fact), now);
        return recorded.events().isEmpty()
                ? recorder.earned(guardian, fact.kind(), fact.cause())
                : recorded.earnings();
    }

    /** That a question was answered right and its lesson completed. */
    public static Fact fact(GuardianId guardian, Lesson lesson, Instant at) {
        return new Fact(
                guardian,
                EventKind.REFLECTION_ANSWERED,
                lesson.id().value(),
                at,
                Subject.about(lesson));
    }
}
