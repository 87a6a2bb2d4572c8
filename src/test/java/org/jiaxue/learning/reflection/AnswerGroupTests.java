package org.jiaxue.learning.reflection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Learning;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Many answers at once: each is judged as if it had come alone. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
@TestPropertySource(properties = "jiaxue.database.lock-timeout=300ms")
class AnswerGroupTests {

    private static final Instant EVENING = Instant.parse("2026-09-01T12:00:00Z");
    private static int phones;

    @Autowired ToldClock clock;
    @Autowired People people;
    @Autowired Catalogue catalogue;
    @Autowired Learning learning;
    @Autowired Reflections reflections;
    @Autowired ReflectionStore store;
    @Autowired ApplicationContext house;
    @Autowired DataSource connections;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private final List<GuardianId> guardians = new ArrayList<>();
    private List<Lesson> lessons;
    private Answering answering;

    @BeforeEach
    void choose() {
        clock.set(EVENING);
        answering = new Answering(house);
        lessons = catalogue.lessons().stream().filter(this::asks).limit(2).toList();
    }

    @Test
    void of_two_hundred_answers_of_fifty_guardians_one_guardians_fail_and_no_others()
            throws Exception {
        IntStream.range(0, 50).forEach(_ -> guardians.add(agreed()));
        guardians.forEach(it -> lessons.forEach(lesson -> seen(it, lesson)));
        GuardianId stuck = guardians.get(17);
        try (Connection held = hold(stuck)) {
            List<CompletableFuture<ReflectionAnswer>> answers = answerAllAtOnce();
            for (int i = 0; i < answers.size(); i++) {
                CompletableFuture<ReflectionAnswer> answer = answers.get(i);
                if (guardians.get(i / 4).equals(stuck) && i % 2 == 1) {
                    assertThatThrownBy(answer::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasCauseInstanceOf(Refusal.class);
                } else {
                    assertThat(answer.get())
                            .isInstanceOf(
                                    i % 2 == 0
                                            ? ReflectionAnswer.NotYet.class
                                            : ReflectionAnswer.Right.class);
                }
            }
            held.rollback();
        }

        assertThat(paid()).isEqualTo(49 * 2);
        for (Lesson lesson : lessons) {
            assertThat(reflections.answer(stuck, lesson.id(), right(lesson)))
                    .isInstanceOf(ReflectionAnswer.Right.class);
        }
        assertThat(paid()).isEqualTo(50 * 2);
        assertThat(guardians.stream().mapToInt(this::triesOf).sum()).isEqualTo(200);
    }

    @Test
    void answers_of_one_guardian_to_one_question_are_one_after_the_other() {
        GuardianId guardian = agreed();
        LessonId lesson = lessons.getFirst().id();
        seen(guardian, lessons.getFirst());
        String right = right(lessons.getFirst());
        String wrong = wrong(lessons.getFirst());

        List<ReflectionAnswer> answers =
                together(
                        answering.of(guardian, lesson, wrong),
                        answering.of(guardian, lesson, right),
                        answering.of(guardian, lesson, right),
                        answering.of(guardian, lesson, wrong));

        assertThat(answers.getFirst()).isInstanceOf(ReflectionAnswer.NotYet.class);
        assertThat(answers.getLast()).isInstanceOf(ReflectionAnswer.NotYet.class);
        assertThat(((ReflectionAnswer.Right) answers.get(1)).earnings().earned()).hasSize(1);
        assertThat(answers.get(2)).isEqualTo(answers.get(1));
        ReflectionStore.Key key = new ReflectionStore.Key(guardian, lesson);
        assertThat(store.last(List.of(key)))
                .containsExactly(Map.entry(key, new ReflectionStore.Given(wrong, true)));
        assertThat(reflections.answer(guardian, lesson, right)).isEqualTo(answers.get(1));
        assertThat(triesOf(guardian)).isEqualTo(5);
    }

    @Test
    void in_one_group_each_is_told_what_is_theirs() {
        GuardianId before = agreed();
        GuardianId now = agreed();
        GuardianId early = agreed();
        GuardianId withdrawn = agreed();
        GuardianId nobody = new GuardianId(Ids.next());
        Lesson lesson = lessons.getFirst();
        List.of(before, now, withdrawn).forEach(it -> seen(it, lesson));
        ReflectionAnswer first = reflections.answer(before, lesson.id(), right(lesson));
        people.withdrawConsent(withdrawn, Purpose.RECORDS);

        List<ReflectionAnswer> answers =
                together(
                        List.of(nobody, withdrawn, early, now, before).stream()
                                .map(it -> answering.of(it, lesson.id(), right(lesson)))
                                .toArray(Answer[]::new));

        assertThat(answers.subList(0, 2)).hasOnlyElementsOfType(ReflectionAnswer.NotAgreed.class);
        assertThat(answers.get(2)).isInstanceOf(ReflectionAnswer.RightUnseen.class);
        assertThat(((ReflectionAnswer.Right) answers.get(3)).earnings().earned()).hasSize(1);
        assertThat(answers.get(4)).isEqualTo(first);
        assertThat(((ReflectionAnswer.Right) answers.get(3)).earnings())
                .isNotEqualTo(((ReflectionAnswer.Right) first).earnings());
        assertThat(triesOf(withdrawn) + triesOf(nobody)).isZero();
    }

    private List<ReflectionAnswer> together(Answer... answers) {
        return transaction.execute(_ -> reflections.judge(List.of(answers)));
    }

    /** Each guardian to each of two questions, wrong and then right; all guardians at once. */
    private List<CompletableFuture<ReflectionAnswer>> answerAllAtOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(guardians.size());
        List<CompletableFuture<ReflectionAnswer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (GuardianId guardian : guardians) {
                List<CompletableFuture<ReflectionAnswer>> own =
                        IntStream.range(0, 4)
                                .mapToObj(_ -> new CompletableFuture<ReflectionAnswer>())
                                .toList();
                answers.addAll(own);
                threads.execute(() -> {
                    start.countDown();
                    answer(guardian, own, start);
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
        return answers;
    }

    private void answer(
            GuardianId guardian,
            List<CompletableFuture<ReflectionAnswer>> own,
            CountDownLatch start) {
        for (int i = 0; i < own.size(); i++) {
            Lesson lesson = lessons.get(i / 2);
            String letter = i % 2 == 0 ? wrong(lesson) : right(lesson);
            try {
                start.await();
                own.get(i).complete(reflections.answer(guardian, lesson.id(), letter));
            } catch (Exception refused) {
                own.get(i).completeExceptionally(refused);
            }
        }
    }

    private boolean asks(Lesson lesson) {
        return catalogue.question(lesson.id()).isPresent();
    }

    private String right(Lesson lesson) {
        return catalogue.question(lesson.id()).orElseThrow().right().letter();
    }

    private String wrong(Lesson lesson) {
        return "a".equals(right(lesson)) ? "b" : "a";
    }

    private GuardianId agreed() {
        GuardianId id = people.register(new Phone("145%08d".formatted(++phones)), "330102001");
        people.giveConsent(id, Purpose.RECORDS);
        return id;
    }

    /** Played through, as the database sees it, without what that earned. */
    private void seen(GuardianId guardian, Lesson lesson) {
        learning.play(guardian, UUID.randomUUID(), lesson.id());
        jdbc.sql(
                        """
                        update learning.coverage set completed_at = clock_at
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .update();
    }

    private Connection hold(GuardianId guardian) throws Exception {
        Connection held = connections.getConnection();
        held.setAutoCommit(false);
        try (var statement =
                held.prepareStatement(
                        "select 1 from learning.coverage where guardian_id = ? for update")) {
            statement.setObject(1, guardian.value());
            statement.execute();
        }
        return held;
    }

    /** How many entries the guardians' right answers made. */
    private int paid() {
        return jdbc.sql("select count(*) from points.entry where guardian_id = any(:guardians)")
                .param("guardians", guardians.stream().map(GuardianId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private int triesOf(GuardianId guardian) {
        return jdbc.sql(
                        """
                        select coalesce(sum(tries), 0) from learning.reflection
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }
}
