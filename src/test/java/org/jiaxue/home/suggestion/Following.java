package org.jiaxue.home.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jiaxue.Caller;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionId;
import org.jiaxue.activities.SignIn;
import org.jiaxue.activities.Upcoming;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.catalogue.LessonId;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Subject;
import org.jiaxue.licences.Confirmations;
import org.jiaxue.licences.Licences;
import org.jiaxue.licences.Target;
import org.jiaxue.licences.Targets;
import org.jiaxue.points.Points;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Guardians who do what was suggested, by playing, answering, coming and asking. */
abstract class Following extends AtSchool {

    static final String SHANGCHENG = "330102003";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A Tuesday in term, with most of its week and month still to come. */
    static final LocalDate TUESDAY = LocalDate.of(2026, 10, 13);

    private static final int BEAT_SECONDS = 60;
    private static int numbers;

    @Autowired Suggestions suggestions;
    @Autowired Targets targets;
    @Autowired Points points;
    @Autowired Licences licences;
    @Autowired Confirmations confirmations;
    @Autowired Activities activities;
    @Autowired SignIn signIn;

    @BeforeEach
    void inTerm() {
        jdbc.sql("delete from activities.attendance").update();
        jdbc.sql("delete from activities.session").update();
        clock.set(noon(TUESDAY));
    }

    GuardianId guardian(String division, int... years) {
        GuardianId guardian = people.register(new Phone("158%08d".formatted(++numbers)), division);
        people.giveConsent(guardian, Purpose.RECORDS);
        people.giveConsent(guardian, Purpose.CHILDREN);
        for (int age : years) {
            people.addChild(guardian, YearMonth.of(2026, 5).minusYears(age));
        }
        return guardian;
    }

    List<Suggestion> suggested(GuardianId guardian) {
        return suggestions.of(guardian).things();
    }

    int balance(GuardianId guardian) {
        return points.sums(guardian).balance();
    }

    /** Does it on its day; answers how many points came of it. */
    int follow(GuardianId guardian, Suggestion one) {
        int before = balance(guardian);
        if (one.later()) {
            clock.set(one.day().atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant());
        }
        switch (one.thing()) {
            case Thing.Begin(Lesson lesson, boolean _) -> learn(guardian, lesson);
            case Thing.Finish(Lesson lesson, int _) -> learn(guardian, lesson);
            case Thing.Answer(Lesson lesson) -> answer(guardian, lesson);
            case Thing.Visit(Upcoming upcoming) -> come(guardian, upcoming.session());
            case Thing.Ask(Confirmations.Askable askable) ->
                    confirmations.ask(guardian, askable.wanted());
        }
        return balance(guardian) - before;
    }

    void learn(GuardianId guardian, Lesson lesson) {
        play(guardian, lesson, lesson.seconds());
        answer(guardian, lesson);
    }

    /** Learns it, and lets two days pass. */
    void learnOnADay(GuardianId guardian, Lesson lesson) {
        learn(guardian, lesson);
        clock.set(clock.now().plus(Duration.ofDays(2)));
    }

    /** The ledger is told of it by another way than that of its page. */
    void told(GuardianId guardian, EventKind kind, UUID cause) {
        Subject subject = new Subject(new Words("早晨", "Morning"), Stage.PRIMARY, new Ages(72, 156));
        Fact fact = new Fact(guardian, kind, cause, clock.now(), subject);
        transaction.executeWithoutResult(_ -> learning.record(List.of(fact)));
        clock.set(clock.now().plus(Duration.ofDays(2)));
    }

    /** What is suggested of a lesson; that it is suggested at all is the caller's to arrange. */
    Suggestion onLesson(GuardianId guardian, Lesson lesson) {
        return suggested(guardian).stream()
                .filter(it -> lessonOf(it).equals(lesson.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Plays a lesson from its beginning for so many seconds, at the speed at which it runs. */
    void play(GuardianId guardian, Lesson lesson, int seconds) {
        UUID playback = Ids.next();
        learning.play(guardian, playback, lesson.id());
        for (int from = 0; from < seconds; from += BEAT_SECONDS) {
            int to = Math.min(seconds, from + BEAT_SECONDS);
            clock.set(clock.now().plusSeconds(to - from));
            learning.played(guardian, playback, from, to).join();
        }
    }

    void answer(GuardianId guardian, Lesson lesson) {
        String right = catalogue.question(lesson.id()).orElseThrow().right().letter();
        clock.set(clock.now().plusSeconds(20));
        learning.reflect(guardian, lesson.id(), right);
    }

    private void come(GuardianId guardian, Session session) {
        clock.set(session.startsAt());
        signIn.typed(guardian, session.activity(), signIn.digits(session.id()).orElseThrow());
    }

    /** An activity for pupils of a county. */
    Session announced(String county, LocalDate day) {
        return announced(county, day, Stage.PRIMARY);
    }

    /** An activity of a county for a stage: pupils' ages or, for others, none. */
    Session announced(String county, LocalDate day, Stage stage) {
        Activity activity =
                new Activity(
                        ActivityId.next(),
                        new Words("亲子共读", "Reading together"),
                        new Words("", ""),
                        new Words("服务驿站", "The station"),
                        new Words("街道", "The township"),
                        county,
                        stage,
                        stage == Stage.PRIMARY ? new Ages(72, 156) : null);
        Instant start = day.atTime(10, 0).atZone(ZONE).toInstant();
        Session session =
                new Session(
                        SessionId.next(), activity.id(), start, start.plus(Duration.ofHours(1)));
        activities.announce(activity, session, new StaffId(new UUID(0, 1)));
        return session;
    }

    /** So many points from past weeks for a child of primary age, and activities among them. */
    void earned(GuardianId guardian, int wanted, int visits) {
        Subject subject = new Subject(new Words("早晨", "Morning"), Stage.PRIMARY, new Ages(72, 156));
        List<Fact> facts = new ArrayList<>();
        LocalDate day = TUESDAY.minusDays(9);
        int left = wanted;
        for (int i = 0; i < visits; i++) {
            Instant at = day.minusMonths(1 + i / 2).atTime(10, 0).atZone(ZONE).toInstant();
            facts.add(new Fact(guardian, EventKind.ACTIVITY_ATTENDED, Ids.next(), at, subject));
            left -= 10;
        }
        for (int i = 0; left > 0; i++) {
            boolean course = left >= 5;
            Instant at =
                    day.minusWeeks(i / 8)
                            .minusDays(i % 8 / 2 % 4)
                            .atTime(8 + i % 4, 0)
                            .atZone(ZONE)
                            .toInstant();
            EventKind kind = course ? EventKind.COURSE_COMPLETED : EventKind.REFLECTION_ANSWERED;
            facts.add(new Fact(guardian, kind, Ids.next(), at, subject));
            left -= course ? 5 : 1;
        }
        transaction.executeWithoutResult(_ -> learning.record(facts));
    }

    /** What the certificate of a term asks, in the weeks before. */
    void earnedTheTerm(GuardianId guardian) {
        for (int i = 0; i < 10; i++) {
            clock.set(noon(TUESDAY.minusDays(20 - i)));
            told(guardian, EventKind.LESSON_COMPLETED, Ids.next());
            clock.set(noon(TUESDAY.minusDays(20 - i)));
            told(guardian, EventKind.REFLECTION_ANSWERED, Ids.next());
        }
        clock.set(noon(TUESDAY));
    }

    /** So many points on a day, by questions alone. */
    void earnedOn(GuardianId guardian, LocalDate day, int wanted) {
        Subject subject = new Subject(new Words("早晨", "Morning"), Stage.PRIMARY, new Ages(72, 156));
        Instant at = day.atTime(7, 0).atZone(ZONE).toInstant();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            facts.add(
                    new Fact(
                            guardian,
                            EventKind.REFLECTION_ANSWERED,
                            Ids.next(),
                            at.plusSeconds(i),
                            subject));
        }
        transaction.executeWithoutResult(_ -> learning.record(facts));
    }

    Caller caller(GuardianId guardian, String language) {
        EnumSet<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(guardian, scopes, Duration.ofHours(9)).token());
    }

    /** Does all in order: each brings what was said, and all levels that were named are reached. */
    void assertThatAllComesTrue(GuardianId someone, List<Suggestion> all) {
        List<String> promised = new ArrayList<>();
        for (Suggestion one : all) {
            List<Target> before = targets.of(someone);
            assertThat(follow(someone, one)).as("%s", one).isEqualTo(one.points());
            one.lights()
                    .forEach(it ->
                            promised.add(it.scheme().zh() + it.layer().zh() + it.level().zh()));
            if (!(one.thing() instanceof Thing.Ask)) {
                assertThat(targets.of(someone))
                        .as("%s", one)
                        .usingRecursiveComparison()
                        .isNotEqualTo(before);
            }
        }
        assertThat(
                        licences.of(someone).stream()
                                .map(it ->
                                        it.schemeName().zh()
                                                + it.layerName().zh()
                                                + it.levelName().zh()))
                .containsAll(promised);
    }

    Suggestion visit(GuardianId someone, Session session) {
        return suggested(someone).stream()
                .filter(it ->
                        it.thing() instanceof Thing.Visit(var upcoming)
                                && upcoming.session().id().equals(session.id()))
                .findFirst()
                .orElseThrow();
    }

    List<Lesson> pupils() {
        return catalogue.lessons(Stage.PRIMARY);
    }

    static LessonId lessonOf(Suggestion one) {
        return switch (one.thing()) {
            case Thing.Begin(Lesson lesson, boolean _) -> lesson.id();
            case Thing.Finish(Lesson lesson, int _) -> lesson.id();
            case Thing.Answer(Lesson lesson) -> lesson.id();
            case Thing.Visit _, Thing.Ask _ -> new LessonId(new UUID(0, 0));
        };
    }
}
