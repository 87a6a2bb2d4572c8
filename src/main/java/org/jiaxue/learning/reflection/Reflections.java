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
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Subject;
import org.jiaxue.learning.Worth;
import org.jiaxue.learning.coverage.Completions;
import org.jiaxue.learning.recording.Recorder;
import org.jiaxue.web.DatabaseClock;
import org.jiaxue.web.GroupWait;
import org.jiaxue.web.Grouped;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Sender;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
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
 *
 * <p>Answers are kept in groups ({@link AnswerGroup}): one commit for all that arrived during the
 * last one. Of one guardian they are judged in their order.
 */
@Component
public class Reflections implements DisposableBean {

    private static final int LANES = 2;
    private static final GroupWait WAIT = new GroupWait("learning.problem.busy");

    private final Catalogue catalogue;
    private final People people;
    private final Recorder recorder;
    private final Completions completions;
    private final ReflectionStore answers;
    private final Worth worth;
    private final DatabaseClock clock;
    private final TransactionTemplate transaction;
    private final Grouped<Answer, ReflectionAnswer> writer;

    Reflections(
            Catalogue catalogue,
            People people,
            Recorder recorder,
            Completions completions,
            ReflectionStore answers,
            Worth worth,
            DatabaseClock clock,
            TransactionTemplate transaction) {
        this.catalogue = catalogue;
        this.people = people;
        this.recorder = recorder;
        this.completions = completions;
        this.answers = answers;
        this.worth = worth;
        this.clock = clock;
        this.transaction = transaction;
        this.writer = new Grouped<>("answers", LANES, this::write);
    }

    public ReflectionAnswer answer(GuardianId guardian, LessonId lessonId, String letter) {
        return answer(guardian, lessonId, letter, Sender.UNKNOWN);
    }

    /**
     * Judges an answer that came from somewhere, when it is kept. Refuses with 503 when too many
     * wait or it cannot be kept in time; it may be given again without harm.
     */
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
        Answer answer = new Answer(guardian, lesson.get(), choice.get(), sender);
        ReflectionAnswer judged =
                WAIT.forAnswer(writer.offer(guardian, answer).orElseThrow(WAIT::refusal));
        return judged instanceof ReflectionAnswer.RightUnseen unseen
                ? new ReflectionAnswer.RightUnseen(unseen.reply(), promised(guardian, lesson.get()))
                : judged;
    }

    private List<ReflectionAnswer> write(List<Answer> group) {
        return Objects.requireNonNull(transaction.execute(_ -> judge(group)));
    }

    /** Judges answers in the caller's transaction. */
    List<ReflectionAnswer> judge(List<Answer> group) {
        return new AnswerGroup(group, people, answers, completions, recorder, clock).judge();
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

    /** That a question was answered right and its lesson completed. */
    public static Fact fact(GuardianId guardian, Lesson lesson, Instant at) {
        return new Fact(
                guardian,
                EventKind.REFLECTION_ANSWERED,
                lesson.id().value(),
                at,
                Subject.about(lesson));
    }

    @Override
    public void destroy() {
        writer.close();
    }
}
