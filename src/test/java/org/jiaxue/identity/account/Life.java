package org.jiaxue.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.ReadingHour;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Scan;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SignIn;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.credentials.CredentialId;
import org.jiaxue.credentials.Credentials;
import org.jiaxue.credentials.Handed;
import org.jiaxue.credentials.Renewing;
import org.jiaxue.credentials.Revocation;
import org.jiaxue.credentials.sharing.Shares;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.identity.family.NumberWaits;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.licences.asking.Asked;
import org.jiaxue.licences.benefit.OfferId;
import org.jiaxue.licences.benefit.Stars;
import org.jiaxue.points.audit.KeptFinding;
import org.jiaxue.points.hold.Checked;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What a guardian leaves behind in every room. */
public final class Life {

    /** How an officer's note on a withdrawal begins; the guardian's id follows. */
    public static final String NOTE = "同一门课发了两份，与青禾妈妈通过电话";

    private static final int WEEKS_OF_LEARNING = 4;

    private final ApplicationContext house;
    private final GuardianId guardian;

    public Life(ApplicationContext house, GuardianId guardian) {
        this.house = house;
        this.guardian = guardian;
    }

    public static GuardianId begun(ApplicationContext house, Phone phone) {
        People people = house.getBean(People.class);
        GuardianId guardian = people.register(phone, "沈阿梅", ReadingHour.DIVISION);
        people.giveConsent(guardian, Purpose.RECORDS);
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2018, 3));
        people.issueToken(guardian, Set.of(Viewer.Scope.READ), Duration.ofDays(30));
        house.getBean(NumberWaits.class).begin(guardian, new Phone("19711112222"));
        Life life = new Life(house, guardian);
        life.shared(life.named(life.lived(), "沈阿梅"));
        return guardian;
    }

    /**
     * Learns, answers, attends, joins a class and is counted there, is given a certificate that is
     * withdrawn, with a note of an officer's, and another; has points checked, twice over; answers
     * the number of that one.
     */
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
        scanned();
        new LifeAtSchool(house, guardian).counted();
        benefited();
        new Asked(house).by(guardian);
        Checked.throughout(guardian, ReadingHour.DIVISION, house);
        withdrawn();
        return Handed.to(guardian, ReadingHour.DIVISION, house);
    }

    /** Lights a star and takes something of what it opens. */
    private void benefited() {
        Stars stars = new Stars(house);
        stars.light(guardian);
        OfferId offer = stars.offered("330102", new StaffId(Ids.next()), new StaffId(Ids.next()));
        stars.taken(guardian, offer);
    }

    /** Signs in at another session by what its code leads to. */
    private void scanned() {
        Session session = ReadingHour.announced(house.getBean(Activities.class), now());
        SignIn signIn = house.getBean(SignIn.class);
        String code = signIn.show(session.id()).orElseThrow().token();
        if (signIn.scan(code) instanceof Scan.Seen(String ticket)) {
            signIn.confirmed(guardian, ticket);
        }
    }

    private void withdrawn() {
        String number = Handed.to(guardian, ReadingHour.DIVISION, house);
        Viewer.Staff officer = new Viewer.Staff(new StaffId(Ids.next()), "", Set.of());
        house.getBean(Credentials.class)
                .revoke(read(number), officer, Revocation.Reason.DUPLICATE, NOTE + " " + guardian);
    }

    /** Puts a name on a certificate; answers its number from then on. */
    String named(String certificate, String name) {
        Renewing renewing =
                house.getBean(Credentials.class).renew(guardian, read(certificate), name);
        if (renewing instanceof Renewing.Renewed(CredentialId id)) {
            return id.value();
        }
        throw new AssertionError(renewing);
    }

    /** Makes a link to a certificate. */
    private void shared(String certificate) {
        if (house.getBean(Shares.class).make(guardian, read(certificate), 7).isEmpty()) {
            throw new AssertionError("no link to " + certificate);
        }
    }

    /**
     * Weeks of courses, five points each up to the caps, until a star is lit; then a check of the
     * ledger finds something.
     */
    void starred() {
        Lesson lesson = lesson();
        Subject subject = new Subject(lesson.title(), lesson.stage(), new Ages(84, 120));
        List<Fact> facts = new ArrayList<>();
        for (int day = 1; day <= WEEKS_OF_LEARNING * 7; day++) {
            for (int course = 0; course < 3; course++) {
                Instant at = now().minus(Duration.ofDays(day));
                facts.add(new Fact(guardian, EventKind.COURSE_COMPLETED, Ids.next(), at, subject));
            }
        }
        house.getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> house.getBean(Learning.class).record(facts));
        KeptFinding.about(guardian, house);
    }

    private static CredentialId read(String number) {
        return CredentialId.read(number).orElseThrow();
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
                        Subject.about(lesson));
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
