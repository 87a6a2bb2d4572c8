package org.jiaxue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.CheckIn;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SignIn;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.learning.reflection.Answering;
import org.jiaxue.learning.reflection.ReflectionAnswer;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The same deed by the same guardian twice at the same instant, on two devices. */
@RoomTest
class TwoDevicesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static int phones;

    @Autowired People people;
    @Autowired Activities activities;
    @Autowired SignIn signIn;
    @Autowired Learning learning;
    @Autowired Catalogue catalogue;
    @Autowired Credentials credentials;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired RetryJob followers;
    @Autowired ApplicationContext house;
    private GuardianId guardian;
    private Lesson lesson;

    @BeforeEach
    void arrive() {
        Phone phone = Phone.read("137" + (10_000_000 + ++phones)).orElseThrow();
        guardian = people.register(phone, "330102003");
        people.giveConsent(guardian, Purpose.RECORDS);
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2018, 3));
        lesson = catalogue.lessons(Stage.PRIMARY).getFirst();
    }

    @Test
    void signing_in_twice_at_once_is_one_attendance_paid_once_and_welcome_both_times()
            throws Exception {
        Session session =
                ReadingHour.announced(activities, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        String digits = signIn.digits(session.id()).orElseThrow();

        List<CheckIn> answers =
                overlapping(() -> signIn.typed(guardian, session.activity(), digits));

        assertThat(answers.get(0)).isInstanceOf(CheckIn.Welcomed.class);
        assertThat(answers.get(1))
                .isEqualTo(
                        new CheckIn.AlreadyIn(
                                session, ((CheckIn.Welcomed) answers.get(0)).earnings()));
        assertThat(activities.attendance(List.of(session.id()))).containsEntry(session.id(), 1);
        assertThat(count("learning.event")).isEqualTo(1);
        assertThat(points()).isEqualTo(10);
    }

    @Test
    void of_two_playbacks_begun_at_once_the_later_one_is_active() throws Exception {
        List<UUID> begun = overlapping(() -> begin(UUID.randomUUID()));

        assertThat(
                        jdbc.sql(
                                        """
                                        select active from learning.coverage
                                        where guardian_id = :guardian and active is not null
                                        """)
                                .param("guardian", guardian.value())
                                .query(UUID.class)
                                .list())
                .containsExactly(begun.get(1));
    }

    @Test
    void an_answer_given_twice_at_once_is_paid_once() throws Exception {
        String right = catalogue.question(lesson.id()).orElseThrow().right().letter();
        seen();

        Answering answering = new Answering(house);
        Supplier<ReflectionAnswer> deed =
                () -> transaction.execute(_ -> answering.answer(guardian, lesson.id(), right));
        List<ReflectionAnswer> answers = overlapping(deed);

        assertThat(answers).hasOnlyElementsOfType(ReflectionAnswer.Right.class);
        assertThat(count("learning.event")).isEqualTo(1);
        assertThat(count("learning.reflection")).isEqualTo(1);
        assertThat(points()).isEqualTo(1);
    }

    @Test
    void a_star_that_two_deeds_reach_at_once_is_one_licence_and_one_certificate() throws Exception {
        for (int week = 0; week < 4; week++) {
            learn(MONDAY.plusWeeks(week), 7);
            learn(MONDAY.plusWeeks(week).plusDays(1), 7);
        }

        List<Earner.Earnings> earnings =
                overlapping(
                        () -> attend(MONDAY.plusWeeks(5).atStartOfDay().toInstant(ZoneOffset.UTC)));

        assertThat(earnings.stream().flatMap(it -> it.reached().stream())).hasSize(1);
        await().until(() -> followers.waiting() == 0);
        assertThat(count("licences.licence")).isEqualTo(1);
        assertThat(credentials.of(guardian, 10, null).items()).hasSize(1);
    }

    /** What the deed answered first, and what it answered to the one who had to wait. */
    private <T> List<T> overlapping(Supplier<T> deed) throws Exception {
        var both = new Overlapping(transaction, jdbc).run(deed, deed::get);
        return List.of(both.first(), both.second());
    }

    private UUID begin(UUID playback) {
        learning.play(guardian, playback, lesson.id());
        return playback;
    }

    /** The lesson as completed before, without the event and the points that it brought then. */
    private void seen() {
        learning.play(guardian, UUID.randomUUID(), lesson.id());
        jdbc.sql(
                        """
                        update learning.coverage set completed_at = clock_at
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .update();
    }

    private void learn(LocalDate day, int lessons) {
        Instant at = day.atTime(2, 0).toInstant(ZoneOffset.UTC);
        transaction.executeWithoutResult(_ ->
                learning.record(
                        Stream.generate(() -> fact(EventKind.LESSON_COMPLETED, at))
                                .limit(lessons)
                                .toList()));
    }

    private Earner.Earnings attend(Instant at) {
        return transaction.execute(
                _ -> learning.record(List.of(fact(EventKind.ACTIVITY_ATTENDED, at))));
    }

    private Fact fact(EventKind kind, Instant at) {
        Subject subject = new Subject(lesson.title(), lesson.stage(), lesson.ages());
        return new Fact(guardian, kind, Ids.next(), at, subject);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where guardian_id = :guardian")
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }

    private int points() {
        return jdbc.sql(
                        """
                        select coalesce(sum(points), 0) from points.entry
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .query(Integer.class)
                .single();
    }
}
