package org.jiaxue.learning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.catalogue.Question;
import org.jiaxue.identity.People;
import org.jiaxue.web.GuardianId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges answers to reflection questions, until they are right, without limit. */
@Component
class Reflections {

    private final Catalogue catalogue;
    private final People people;
    private final Recorder recorder;
    private final EventStore events;
    private final CoverageStore clock;
    private final JdbcClient jdbc;

    Reflections(
            Catalogue catalogue,
            People people,
            Recorder recorder,
            EventStore events,
            CoverageStore clock,
            JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.people = people;
        this.recorder = recorder;
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Transactional
    public ReflectionAnswer answer(GuardianId guardian, LessonId lessonId, String letter) {
        Optional<Lesson> lesson = catalogue.lesson(lessonId);
        Optional<Question> question = catalogue.question(lessonId);
        if (lesson.isEmpty() || question.isEmpty()) {
            return new ReflectionAnswer.NoSuchQuestion();
        }
        Optional<Question.Choice> choice = question.get().choice(letter);
        if (choice.isEmpty()) {
            return new ReflectionAnswer.NoSuchChoice();
        }
        if (!people.mayRecordUntilCommit(guardian)) {
            return new ReflectionAnswer.NotAgreed();
        }
        Instant now = clock.now();
        keep(guardian, lessonId, choice.get(), now);
        return choice.get().right()
                ? new ReflectionAnswer.Right(
                        choice.get().reply(), earnings(guardian, lesson.get(), now))
                : new ReflectionAnswer.NotYet(choice.get().reply());
    }

    /** The letter that the guardian answered last; empty before the first. */
    Optional<String> last(GuardianId guardian, LessonId lesson) {
        return jdbc.sql(
                        """
                        select answer from learning.reflection
                        where guardian_id = :guardian and lesson_id = :lesson
                        """)
                .param("guardian", guardian.value())
                .param("lesson", lesson.value())
                .query(String.class)
                .optional();
    }

    private Earner.Earnings earnings(GuardianId guardian, Lesson lesson, Instant now) {
        Fact fact =
                new Fact(
                        guardian,
                        EventKind.REFLECTION_ANSWERED,
                        lesson.id().value(),
                        now,
                        new Subject(lesson.title(), lesson.stage(), lesson.ages()));
        Recorder.Recorded recorded = recorder.record(List.of(fact), now);
        if (!recorded.events().isEmpty()) {
            return recorded.earnings();
        }
        List<UUID> before =
                events.find(guardian, fact.kind(), List.of(fact.cause())).stream()
                        .map(LearningEvent::id)
                        .toList();
        return recorder.earnedBy(guardian, before);
    }

    private void keep(GuardianId guardian, LessonId lesson, Question.Choice choice, Instant now) {
        jdbc.sql(
                        """
                        insert into learning.reflection as r
                            (guardian_id, lesson_id, answer, right_at)
                        values (:guardian, :lesson, :answer,
                                case when :right then cast(:now as timestamptz) end)
                        on conflict (guardian_id, lesson_id) do update
                        set answer = excluded.answer,
                            tries = r.tries + 1,
                            right_at = coalesce(r.right_at, excluded.right_at)
                        """)
                .param("guardian", guardian.value())
                .param("lesson", lesson.value())
                .param("answer", choice.letter())
                .param("right", choice.right())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
