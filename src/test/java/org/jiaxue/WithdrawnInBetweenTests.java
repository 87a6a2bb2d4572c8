package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.CheckIn;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SignIn;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.reflection.Answering;
import org.jiaxue.learning.reflection.ReflectionAnswer;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
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
    @Autowired ApplicationContext house;

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

        Answering answering = new Answering(house);
        ReflectionAnswer answer = withdrawnDuring(() -> answering.answer(guardian, lesson, right));

        assertThat(answer).isInstanceOf(ReflectionAnswer.Right.class);
        assertThat(events()).isEqualTo(before + 1);
        assertThat(learning.reflect(guardian, lesson, right)).isFalse();
    }

    @Test
    void an_attendance_is_recorded_before_the_withdrawal_or_not_at_all() throws Exception {
        Session session = ReadingHour.announced(activities, TEN);
        ActivityId activity = session.activity();
        String digits = signIn.digits(session.id()).orElseThrow();

        CheckIn answer = withdrawnDuring(() -> signIn.typed(guardian, activity, digits));

        assertThat(answer).isInstanceOf(CheckIn.Welcomed.class);
        assertThat(events()).isEqualTo(1);
        assertThat(signIn.typed(guardian, activity, digits)).isEqualTo(new CheckIn.NoConsent());
    }

    /** Records, and has the consent withdrawn before what was recorded is committed. */
    private <T> T withdrawnDuring(Supplier<T> record) throws Exception {
        Callable<?> withdrawal =
                Executors.callable(() -> people.withdrawConsent(guardian, Purpose.RECORDS));
        return new Overlapping(transaction, jdbc).run(record, withdrawal).first();
    }

    private int events() {
        return jdbc.sql("select count(*) from learning.event where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }
}
