package org.jiaxue.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.ReadingHour;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SignIn;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.credentials.Handed;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What a guardian leaves behind in every room. */
public final class Life {

    private final ApplicationContext house;
    private final GuardianId guardian;

    public Life(ApplicationContext house, GuardianId guardian) {
        this.house = house;
        this.guardian = guardian;
    }

    static GuardianId begun(ApplicationContext house, Phone phone) {
        People people = house.getBean(People.class);
        GuardianId guardian = people.register(phone, "沈阿梅", ReadingHour.DIVISION);
        people.giveConsent(guardian, Purpose.RECORDS);
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2018, 3));
        people.issueToken(guardian, Set.of(Viewer.Scope.READ), Duration.ofDays(30));
        new Life(house, guardian).lived();
        return guardian;
    }

    /** Learns, answers, attends, and is given a certificate; answers the certificate's number. */
    public String lived() {
        Learning learning = house.getBean(Learning.class);
        Lesson lesson = lesson();
        learning.play(guardian, UUID.randomUUID(), lesson.id());
        learned();
        String right =
                house.getBean(Catalogue.class).question(lesson.id()).orElseThrow().right().letter();
        learning.reflect(guardian, lesson.id(), right);
        Session session = ReadingHour.announced(house.getBean(Activities.class), now());
        SignIn signIn = house.getBean(SignIn.class);
        signIn.typed(guardian, session.activity(), "000000");
        signIn.typed(guardian, session.activity(), signIn.digits(session.id()).orElseThrow());
        return Handed.to(guardian, ReadingHour.DIVISION, house);
    }

    /** Keeps one verified fact, with all that comes of it, in the caller's transaction if any. */
    void learned() {
        Lesson lesson = lesson();
        Fact fact =
                new Fact(
                        guardian,
                        EventKind.LESSON_COMPLETED,
                        lesson.id().value(),
                        now(),
                        new Subject(lesson.title(), lesson.stage(), lesson.ages()));
        house.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> house.getBean(Learning.class).record(List.of(fact)));
    }

    private Lesson lesson() {
        return house.getBean(Catalogue.class).lessons(Stage.PRIMARY).getFirst();
    }

    private Instant now() {
        return house.getBean(Times.class).now();
    }
}
