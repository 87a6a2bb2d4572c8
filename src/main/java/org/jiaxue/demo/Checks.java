package org.jiaxue.demo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.Circumstances;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.points.HoldDesk;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two sample guardians whose answers came faster than a question can be read: the points of one
 * wait for a person, those of the other were refused by one and wait for a second.
 */
@Component
@DemoOnly
class Checks {

    private static final Phone WAITING = new Phone("19899999998");
    private static final Phone APPEALING = new Phone("19899999997");
    private static final int YEARS = 9;
    private static final List<Integer> DAYS_AGO = List.of(6, 3);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final Duration JUST_NOW = Duration.ofMinutes(5);
    private static final int QUICK_MILLIS = 850;
    private static final int QUICKER_MILLIS = 420;

    private final People people;
    private final Learning learning;
    private final Catalogue catalogue;
    private final HoldDesk holds;
    private final Times times;
    private final TransactionTemplate together;

    Checks(
            People people,
            Learning learning,
            Catalogue catalogue,
            HoldDesk holds,
            Times times,
            TransactionTemplate together) {
        this.people = people;
        this.learning = learning;
        this.catalogue = catalogue;
        this.holds = holds;
        this.times = times;
        this.together = together;
    }

    /** One whose points wait for a first look. */
    Cast.Member waiting() {
        return learner("示例家长候", WAITING, QUICK_MILLIS);
    }

    /** One who asked for a second look after this officer had refused. */
    Cast.Member appealing(StaffId officer) {
        Cast.Member one = learner("示例家长再", APPEALING, QUICKER_MILLIS);
        Viewer.Staff by = new Viewer.Staff(officer, "", EnumSet.of(Viewer.Scope.STAFF));
        boolean refused = holds.refuse(by, one.id(), "这道题要先看完情境再选，时间对不上。");
        boolean asked =
                refused
                        && holds.appeal(
                                Viewer.Guardian.inPerson(one.id()),
                                "我前一天在学校的大屏上看过这一节，题目也讨论过，所以一打开就答了。");
        if (!asked) {
            throw new IllegalStateException("The sample appeal could not be made");
        }
        return one;
    }

    /** Learns two lessons on two evenings, and answers a third one's question at once. */
    private Cast.Member learner(String name, Phone phone, int millis) {
        LocalDate today = times.today();
        YearMonth born = YearMonth.from(today.minusYears(YEARS));
        Stage stage = Stage.suggest(born, today);
        GuardianId id =
                requireNonNull(
                        together.execute(_ -> {
                            GuardianId guardian = people.register(phone, name, Cast.COUNTY);
                            people.giveConsent(guardian, Purpose.RECORDS);
                            people.giveConsent(guardian, Purpose.CHILDREN);
                            people.addChild(guardian, born);
                            return guardian;
                        }));
        List<Lesson> lessons = catalogue.lessons(stage);
        for (int i = 0; i < DAYS_AGO.size(); i++) {
            Lesson lesson = lessons.get(i);
            Instant at =
                    today.minusDays(DAYS_AGO.get(i))
                            .atTime(EVENING)
                            .atZone(times.zone())
                            .toInstant();
            tell(fact(id, EventKind.LESSON_COMPLETED, lesson, at));
        }
        Lesson last = lessons.get(DAYS_AGO.size());
        Instant at = times.now().minus(JUST_NOW);
        tell(fact(id, EventKind.LESSON_COMPLETED, last, at));
        tell(
                fact(id, EventKind.REFLECTION_ANSWERED, last, at)
                        .seen(Circumstances.NONE.answeredIn(millis)));
        return new Cast.Member(id, name, phone.digits(), Cast.COUNTY, stage, 0);
    }

    private void tell(Fact fact) {
        together.executeWithoutResult(_ -> learning.record(List.of(fact)));
    }

    private static Fact fact(GuardianId id, EventKind kind, Lesson lesson, Instant at) {
        Subject subject = new Subject(lesson.title(), lesson.stage(), lesson.ages());
        return new Fact(id, kind, lesson.id().value(), at, subject);
    }
}
