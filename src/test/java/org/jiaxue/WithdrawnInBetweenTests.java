package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.CheckIn;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionId;
import org.jiaxue.activities.SignIn;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Learning;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A consent that is withdrawn while something is recorded takes its turn after it. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
class WithdrawnInBetweenTests {

    private static final Instant TEN = Instant.parse("2026-03-01T02:00:00Z");
    private static int phones;

    @Autowired People people;
    @Autowired Learning learning;
    @Autowired Catalogue catalogue;
    @Autowired Activities activities;
    @Autowired SignIn signIn;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired ToldClock clock;

    private GuardianId guardian;

    @BeforeEach
    void agree() {
        clock.set(TEN);
        guardian = people.register(new Phone("132%08d".formatted(++phones)), "", "330102003");
        people.giveConsent(guardian, Purpose.RECORDS);
    }

    @Test
    void an_answer_is_recorded_before_the_withdrawal_or_not_at_all() throws Exception {
        LessonId lesson = catalogue.courses().getFirst().lessons().getFirst();
        String right = catalogue.question(lesson).orElseThrow().right().letter();

        int seconds = catalogue.lesson(lesson).orElseThrow().seconds();
        UUID playback = UUID.randomUUID();
        learning.play(guardian, playback, lesson);
        clock.set(TEN.plusSeconds(seconds));
        learning.played(guardian, playback, 0, seconds).get();
        int before = events();

        withdrawnDuring(() -> assertThat(learning.reflect(guardian, lesson, right)).isTrue());

        assertThat(events()).isEqualTo(before + 1);
        assertThat(learning.reflect(guardian, lesson, right)).isFalse();
    }

    @Test
    void an_attendance_is_recorded_before_the_withdrawal_or_not_at_all() throws Exception {
        ActivityId activity = ActivityId.next();
        Session session =
                new Session(SessionId.next(), activity, TEN, TEN.plus(Duration.ofHours(1)));
        announce(activity, session);
        String digits = signIn.digits(session.id()).orElseThrow();

        withdrawnDuring(() ->
                assertThat(signIn.typed(guardian, activity, digits))
                        .isInstanceOf(CheckIn.Welcomed.class));

        assertThat(events()).isEqualTo(1);
        assertThat(signIn.typed(guardian, activity, digits)).isEqualTo(new CheckIn.NoConsent());
    }

    /** Records, has somebody else withdraw, and ends only when that one waits. */
    private void withdrawnDuring(Runnable record) throws Exception {
        CountDownLatch recorded = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        CompletableFuture<Void> recording =
                CompletableFuture.runAsync(
                        () ->
                                transaction.executeWithoutResult(_ -> {
                                    record.run();
                                    recorded.countDown();
                                    await(waited);
                                }),
                        Thread::startVirtualThread);
        recording.exceptionally(_ -> {
            recorded.countDown();
            return null;
        });
        await(recorded);
        CompletableFuture<Void> withdrawal =
                CompletableFuture.runAsync(
                        () -> people.withdrawConsent(guardian, Purpose.RECORDS),
                        Thread::startVirtualThread);
        try {
            awaitBlocked(withdrawal);
        } finally {
            waited.countDown();
        }
        CompletableFuture.allOf(recording, withdrawal).get();
    }

    private void awaitBlocked(CompletableFuture<Void> waits) {
        boolean blocked = false;
        while (!blocked) {
            assertThat(waits).isNotDone();
            blocked =
                    jdbc.sql(
                                    """
                                    select count(*) > 0 from pg_stat_activity
                                    where datname = current_database()
                                      and cardinality(pg_blocking_pids(pid)) > 0
                                    """)
                            .query(Boolean.class)
                            .single();
        }
    }

    private void announce(ActivityId id, Session session) {
        Words words = new Words("一本慢慢读的书", "A book read slowly");
        Activity activity =
                new Activity(id, words, words, words, words, "330102003", Stage.PRIMARY, null);
        activities.announce(activity, session, new StaffId(new UUID(0, 1)));
    }

    private int events() {
        return jdbc.sql("select count(*) from learning.event where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
