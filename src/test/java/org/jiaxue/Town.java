package org.jiaxue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SignIn;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.credentials.Handed;
import org.jiaxue.identity.Household;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Stage;
import org.jiaxue.identity.token.Keys;
import org.jiaxue.learning.Learning;
import org.jiaxue.licences.benefit.OfferId;
import org.jiaxue.licences.benefit.Stars;
import org.jiaxue.licences.benefit.TakingId;
import org.jiaxue.points.Resettling;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.hold.Checked;
import org.jiaxue.points.rerun.Reruns;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.Schools;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationContext;

/** A little of everything: two families, staff of every role here and elsewhere, what they own. */
final class Town {

    static final String HERE = "330102";
    static final String ELSEWHERE = "330106";

    private final People people;
    private final Learning learning;
    private final Schools schools;
    final Offices offices;
    final GuardianId owner;
    final GuardianId another;
    final GuardianId past;
    final Lesson lesson;
    final String course;
    final String media;
    final Session session;
    private final UUID begun = UUID.randomUUID();
    private final UUID heard = UUID.randomUUID();
    final String credential;
    final UUID school;
    final UUID draft;
    final UUID run;

    /** A check of the owner's points. */
    final String hold;

    private ClassId schoolClass;
    private OfferId offer;
    private TakingId taking;
    private final Stars stars;

    Town(ApplicationContext house) {
        people = house.getBean(People.class);
        learning = house.getBean(Learning.class);
        owner = guardian("13800000001");
        another = guardian("13800000002");
        past = guardian("13800000003");
        Catalogue catalogue = house.getBean(Catalogue.class);
        lesson = catalogue.lessons(Stage.PRIMARY).getFirst();
        course = catalogue.courses().getFirst().id().toString();
        media =
                catalogue.courses().getFirst().lessons().stream()
                        .map(it -> catalogue.media(it).video())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        offices = new Offices(house);
        schools = house.getBean(Schools.class);
        school = offices.school;
        schools.open(school, PlatformKind.OWN, LocalDate.of(2026, 1, 1), admin());
        schoolClass = ClassId.next();
        make(schoolClass);
        stars = new Stars(house);
        stars.light(owner);
        offer = offered();
        taking = stars.taken(owner, offer);
        restore();
        Activities activities = house.getBean(Activities.class);
        session = ReadingHour.announced(activities, Instant.now().plusSeconds(60));
        SignIn signIn = house.getBean(SignIn.class);
        signIn.typed(owner, session.activity(), signIn.digits(session.id()).orElseThrow());
        draft = drafted(house);
        run = rerun(house);
        hold = Checked.of(owner, ReadingHour.DIVISION, house);
        credential = Handed.to(owner, ReadingHour.DIVISION, house);
    }

    private static UUID rerun(ApplicationContext house) {
        Reruns reruns = house.getBean(Reruns.class);
        LocalDate day = LocalDate.of(2026, 1, 1);
        UUID run = reruns.begin(new Resettling.Scope(Owner.of(HERE), day, day), null).orElseThrow();
        reruns.cancel(run);
        return run;
    }

    private UUID drafted(ApplicationContext house) {
        return house.getBean(Drafts.class)
                .begin(
                        (Viewer.Staff) Keys.of(offices.officer()),
                        """
                        division: "%s"
                        from: 2099-02-01
                        name: { zh: 草稿, en: A draft }
                        caps: { day: 10 }
                        """
                                .formatted(HERE));
    }

    /** Gives back what a request of before may have taken from the owner. */
    void restore() {
        for (GuardianId one : List.of(owner, another)) {
            people.giveConsent(one, Purpose.RECORDS);
            people.giveConsent(one, Purpose.CHILDREN);
            if (people.household(one).children().isEmpty()) {
                people.addChild(one, YearMonth.now(ZoneId.of("Asia/Shanghai")).minusYears(8));
            }
        }
        if (!stars.open(offer)) {
            offer = offered();
        }
        if (!stars.good(owner, taking)) {
            taking = stars.taken(owner, offer);
        }
        learning.play(owner, heard, lesson.id());
        if (!schools.join(owner, schoolClass, Stage.PRIMARY)) {
            schoolClass = ClassId.next();
            make(schoolClass);
            schools.join(owner, schoolClass, Stage.PRIMARY);
        }
        offices.restore();
        schools.teach(schoolClass, offices.at(Role.TEACHER), admin());
    }

    /** The class that the owner is in and a teacher of the place teaches. */
    String schoolClass() {
        return schoolClass.toString();
    }

    /** The code that invites into that class. */
    String invitation() {
        return schools.invitation(schoolClass);
    }

    private OfferId offered() {
        return stars.offered(HERE, offices.officer(), offices.within(Role.CITY_OFFICER));
    }

    /** An offer of the town's county. */
    String offer() {
        return offer.toString();
    }

    /** What the owner took of the offer. */
    String taking() {
        return taking.toString();
    }

    private void make(ClassId id) {
        schools.make(new SchoolClass(id, school, "三（2）班", Stage.PRIMARY, 2024, 40, null), admin());
    }

    private Viewer.Staff admin() {
        return (Viewer.Staff) Keys.of(offices.at(Role.SCHOOL_ADMIN));
    }

    /** A playback that is told what was played, or one that is only begun. */
    UUID playback(boolean told) {
        return told ? heard : begun;
    }

    StaffId officer() {
        return offices.officer();
    }

    String child() {
        Household household = people.household(owner);
        return household.children().getFirst().id().toString();
    }

    private GuardianId guardian(String phone) {
        return people.register(Phone.read(phone).orElseThrow(), ReadingHour.DIVISION);
    }
}
