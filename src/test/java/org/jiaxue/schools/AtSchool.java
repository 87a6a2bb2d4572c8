package org.jiaxue.schools;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.ToldClock;
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
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolImport;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A school with its administrator and a teacher, on a Wednesday in term. */
@RoomTest
@Import(ToldClock.InTheHouse.class)
public abstract class AtSchool {

    protected static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);
    protected static final String COUNTY = "330105";
    private static int phones;

    @LocalServerPort protected int port;
    @Autowired protected Schools schools;
    @Autowired protected People people;
    @Autowired protected Learning learning;
    @Autowired protected Catalogue catalogue;
    @Autowired protected Regions regions;
    @Autowired protected SchoolImport imports;
    @Autowired protected ToldClock clock;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected TransactionTemplate transaction;
    protected Organisation school;
    protected StaffId admin;
    protected StaffId teacher;
    protected Viewer.Staff by;

    @BeforeEach
    void openSchool() {
        clock.set(noon(WEDNESDAY));
        jdbc.sql("delete from schools.class_teacher").update();
        jdbc.sql("delete from schools.class_lesson").update();
        for (String table : List.of("member", "counted", "figure", "school_class")) {
            jdbc.sql("delete from schools.%s".formatted(table)).update();
        }
        imports.starter();
        school = regions.schools(COUNTY).getFirst();
        admin = hire("admin", Role.SCHOOL_ADMIN, school.id().toString());
        teacher = hire("teacher", Role.TEACHER, school.id().toString());
        by = new Viewer.Staff(admin, "校长", EnumSet.allOf(Viewer.Scope.class));
        schools.open(school.id(), PlatformKind.OWN, LocalDate.of(2026, 3, 1), by);
    }

    protected StaffId hire(String login, Role role, String node) {
        return people.hire(login, "职员", "a-long-password", List.of(new Grant(role, node)));
    }

    protected static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    protected ClassId makeClass(String name, int pupils) {
        SchoolClass made =
                new SchoolClass(
                        ClassId.next(), school.id(), name, Stage.PRIMARY, 2023, pupils, null);
        schools.make(made, by);
        schools.teach(made.id(), teacher, by);
        return made.id();
    }

    protected Lesson lesson(int number) {
        return catalogue.lessons(Stage.PRIMARY).get(number);
    }

    protected void choose(ClassId id, Lesson lesson) {
        schools.choose(id, List.of(new ChosenLesson(lesson.id(), null)));
    }

    protected GuardianId guardian() {
        Phone phone = Phone.read("137" + (10_000_000 + ++phones)).orElseThrow();
        GuardianId guardian = people.register(phone, "330105001");
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    protected List<GuardianId> guardians(int count) {
        return IntStream.range(0, count).mapToObj(_ -> guardian()).toList();
    }

    protected void join(ClassId id, List<GuardianId> guardians) {
        guardians.forEach(it -> schools.join(it, id, Stage.PRIMARY));
    }

    protected void complete(Lesson lesson, List<GuardianId> guardians) {
        Subject subject = Subject.about(lesson);
        List<Fact> facts =
                guardians.stream()
                        .map(it ->
                                new Fact(
                                        it,
                                        EventKind.LESSON_COMPLETED,
                                        lesson.id().value(),
                                        clock.now(),
                                        subject))
                        .toList();
        transaction.executeWithoutResult(_ -> learning.record(facts));
    }

    /** Lets the Monday of the week after come, and what it settles. */
    protected void monday() {
        LocalDate next = Mondays.of(clock.today()).plusWeeks(1);
        settleOn(next);
    }

    protected void settleOn(LocalDate monday) {
        clock.set(noon(monday));
        schools.settle();
    }

    protected Caller staff(StaffId id) {
        Set<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.STAFF, Viewer.Scope.READ);
        return Caller.with(
                port, "zh-CN", people.issueToken(id, scopes, Duration.ofHours(9)).token());
    }

    protected Caller reader(GuardianId id) {
        Set<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, "zh-CN", people.issueToken(id, scopes, Duration.ofHours(9)).token());
    }
}
