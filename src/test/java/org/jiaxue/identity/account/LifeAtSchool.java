package org.jiaxue.identity.account;

import java.util.Set;
import java.util.UUID;
import org.jiaxue.SampleSchool;
import org.jiaxue.identity.Stage;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.Schools;
import org.jiaxue.schools.members.Members;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a guardian leaves behind at a school. */
public final class LifeAtSchool {

    private static final String COUNTY = "330482";

    private final ApplicationContext house;
    private final GuardianId guardian;

    public LifeAtSchool(ApplicationContext house, GuardianId guardian) {
        this.house = house;
        this.guardian = guardian;
    }

    /** The code of a new class of a school that is open. */
    public String invited() {
        return house.getBean(Schools.class).invitation(made());
    }

    private ClassId made() {
        Schools schools = house.getBean(Schools.class);
        UUID school = SampleSchool.in(COUNTY, house);
        Viewer.Staff by = new Viewer.Staff(new StaffId(Ids.next()), "校长", Set.of());
        schools.open(school, PlatformKind.OWN, house.getBean(Times.class).today(), by);
        SchoolClass made =
                new SchoolClass(ClassId.next(), school, "三（2）班", Stage.PRIMARY, 2023, 40, null);
        schools.make(made, by);
        return made.id();
    }

    /** Looks at a code, joins, and is counted as if that had been the week before. */
    void counted() {
        Schools schools = house.getBean(Schools.class);
        ClassId id = made();
        house.getBean(Members.class).look(guardian, schools.invitation(id));
        schools.join(guardian, id, Stage.PRIMARY);
        countedByNow();
    }

    /** Lets the week pass after which those who joined are counted. */
    public void countedByNow() {
        house.getBean(JdbcClient.class)
                .sql(
                        """
                        update schools.member set joined_at = joined_at - interval '8 days'
                        where guardian_id = :guardian
                        """)
                .param("guardian", guardian.value())
                .update();
        house.getBean(Schools.class).settle();
    }
}
