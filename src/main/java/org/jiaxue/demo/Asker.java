package org.jiaxue.demo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Stage;
import org.jiaxue.learning.EventKind;
import org.jiaxue.learning.Fact;
import org.jiaxue.learning.Learning;
import org.jiaxue.learning.Subject;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A sample guardian in Wucheng who has learned enough this school year to ask for a confirmation,
 * and the county's officer. Early in September the year is too young for that.
 */
@Component
@DemoOnly
class Asker {

    static final String COUNTY = "330702";

    private static final Phone PHONE = new Phone("19899999999");
    private static final String NAME = "示例家长问";
    private static final int YEARS = 8;
    private static final int LESSONS_AN_EVENING = 4;

    /** Days before today, two in each of three weeks. */
    private static final List<Integer> DAYS_AGO = List.of(19, 16, 12, 9, 5, 2);

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final int PASSWORD_BYTES = 12;

    private final People people;
    private final Learning learning;
    private final Catalogue catalogue;
    private final Times times;
    private final TransactionTemplate together;

    Asker(
            People people,
            Learning learning,
            Catalogue catalogue,
            Times times,
            TransactionTemplate together) {
        this.people = people;
        this.learning = learning;
        this.catalogue = catalogue;
        this.times = times;
        this.together = together;
    }

    /** Signs up, learns four lessons with their questions on each of six evenings. */
    Cast.Member live() {
        LocalDate today = times.today();
        YearMonth born = YearMonth.from(today.minusYears(YEARS));
        GuardianId id =
                requireNonNull(
                        together.execute(_ -> {
                            GuardianId guardian = people.register(PHONE, NAME, COUNTY);
                            people.giveConsent(guardian, Purpose.RECORDS);
                            people.giveConsent(guardian, Purpose.CHILDREN);
                            people.addChild(guardian, born);
                            return guardian;
                        }));
        List<Lesson> lessons = catalogue.lessons();
        int next = 0;
        for (int daysAgo : DAYS_AGO) {
            List<Lesson> evening = lessons.subList(next, next + LESSONS_AN_EVENING);
            next += LESSONS_AN_EVENING;
            Instant at = today.minusDays(daysAgo).atTime(EVENING).atZone(times.zone()).toInstant();
            together.executeWithoutResult(_ -> learning.record(facts(id, evening, at)));
        }
        return new Cast.Member(id, NAME, PHONE.digits(), COUNTY, Stage.suggest(born, today), 0);
    }

    private static List<Fact> facts(GuardianId id, List<Lesson> lessons, Instant at) {
        List<Fact> facts = new ArrayList<>();
        for (Lesson lesson : lessons) {
            Subject subject = new Subject(lesson.title(), lesson.stage(), lesson.ages());
            for (EventKind kind :
                    List.of(EventKind.LESSON_COMPLETED, EventKind.REFLECTION_ANSWERED)) {
                facts.add(new Fact(id, kind, lesson.id().value(), at, subject));
            }
        }
        return facts;
    }

    /** The county's officer. */
    Staffing.Hired officer() {
        String login = "wucheng-officer";
        String name = "示例婺城区工作人员";
        String password = Ids.token(PASSWORD_BYTES);
        StaffId id =
                people.hire(login, name, password, List.of(new Grant(Role.COUNTY_OFFICER, COUNTY)));
        return new Staffing.Hired(Role.COUNTY_OFFICER, id, name, login, password, COUNTY);
    }
}
