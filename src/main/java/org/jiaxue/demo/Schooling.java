package org.jiaxue.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolListReport;
import org.jiaxue.regions.SchoolLists;
import org.jiaxue.schools.ChosenLesson;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.Schools;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A county's invented schools by its list: one with a parent school and a class that sample
 * guardians joined, one that is still to be opened, and others whose parent schools were opened in
 * the course of the term.
 */
@Component
@DemoOnly
class Schooling {

    private static final Logger LOG = LoggerFactory.getLogger(Schooling.class);

    private static final String LIST = "demo/schools.csv";

    /** With a class, and still to be opened. */
    private static final List<String> STAFFED = List.of("示例第一小学", "示例第二小学");

    /** Beside the one with a class. */
    private static final int OPENED = 23;

    /** In tenths about what the province told of its platforms at the end of 2020. */
    private static final List<PlatformKind> KINDS =
            List.of(
                    PlatformKind.OWN,
                    PlatformKind.PROVINCIAL,
                    PlatformKind.LOCAL,
                    PlatformKind.OWN,
                    PlatformKind.PROVINCIAL,
                    PlatformKind.OTHER,
                    PlatformKind.OWN,
                    PlatformKind.LOCAL,
                    PlatformKind.PROVINCIAL,
                    PlatformKind.OWN);

    private static final int PUPILS = 45;
    private static final int JOINED = 32;
    private static final int LESSONS = 4;

    private final SchoolLists lists;
    private final Regions regions;
    private final Schools schools;
    private final Catalogue catalogue;
    private final Times times;
    private final TransactionTemplate together;

    Schooling(
            SchoolLists lists,
            Regions regions,
            Schools schools,
            Catalogue catalogue,
            Times times,
            TransactionTemplate together) {
        this.lists = lists;
        this.regions = regions;
        this.schools = schools;
        this.catalogue = catalogue;
        this.times = times;
        this.together = together;
    }

    /** Takes the county's list; the two schools at which sample staff work. */
    List<UUID> schools() {
        long began = System.nanoTime();
        SchoolListReport report = lists.take(file(), Cast.COUNTY);
        if (!report.good()) {
            throw new IllegalStateException("The sample list has faults: " + report.faults());
        }
        LOG.info("sample list taken schools={} milliseconds={}", report.lines(), since(began));
        return STAFFED.stream()
                .map(name ->
                        known().filter(it -> it.name().equals(name)).findFirst().orElseThrow().id())
                .toList();
    }

    /** The list's schools in the order of their names, whatever else the county has left out. */
    private Stream<Organisation> known() {
        return regions.schools(Cast.COUNTY).stream()
                .filter(it -> it.name().startsWith("示例"))
                .sorted(Comparator.comparing(Organisation::name));
    }

    private static byte[] file() {
        try (InputStream file = new ClassPathResource(LIST).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException missing) {
            throw new IllegalStateException("The sample list is missing", missing);
        }
    }

    /** Opens parent schools on days all over the term that is over, in one transaction. */
    void open(Timetable timetable, StaffId officer) {
        long began = System.nanoTime();
        List<UUID> others =
                known().filter(it -> !STAFFED.contains(it.name())).map(Organisation::id).toList();
        LocalDate first = times.dayOf(timetable.begins());
        int days = Timetable.WEEKS * DayOfWeek.values().length;
        together.executeWithoutResult(_ -> {
            for (int number = 0; number < OPENED; number++) {
                schools.open(
                        others.get(number * others.size() / OPENED),
                        KINDS.get(number % KINDS.size()),
                        first.plusDays((long) number * days / OPENED),
                        by(officer));
            }
        });
        LOG.info("sample parent schools opened schools={} milliseconds={}", OPENED, since(began));
    }

    private static long since(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /**
     * Opens the parent school and makes a class. The holder of a certificate joins it and others
     * with a child at primary school who take to learning, so that some of its figures show.
     */
    ClassId begin(UUID school, List<Cast.Member> members, StaffId admin, StaffId teacher) {
        Viewer.Staff by = by(admin);
        schools.open(school, PlatformKind.PROVINCIAL, times.today(), by);
        SchoolClass made =
                new SchoolClass(
                        ClassId.next(),
                        school,
                        "三（2）班",
                        Stage.PRIMARY,
                        times.today().getYear() - 2,
                        PUPILS,
                        null);
        schools.make(made, by);
        schools.teach(made.id(), teacher, by);
        schools.choose(made.id(), lessons());
        members.stream()
                .skip(Filling.CASES - 1)
                .filter(one -> one.division().startsWith(Cast.COUNTY))
                .filter(one -> one.stage() == Stage.PRIMARY)
                .filter(one -> one.equals(members.get(Filling.CASES - 1)) || one.keen() > 0)
                .limit(JOINED)
                .forEach(one -> schools.join(one.id(), made.id(), Stage.PRIMARY));
        return made.id();
    }

    /** Invites anew, since the code of the sample term has ended with it. */
    void inviteAnew(ClassId id, StaffId admin) {
        schools.inviteAnew(id, by(admin));
    }

    private static Viewer.Staff by(StaffId admin) {
        return new Viewer.Staff(admin, "", Set.of());
    }

    private List<ChosenLesson> lessons() {
        return catalogue.lessons(Stage.PRIMARY).stream()
                .limit(LESSONS)
                .map(it -> new ChosenLesson(it.id(), null))
                .toList();
    }
}
