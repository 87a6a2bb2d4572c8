package org.jiaxue.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.catalogue.Catalogue;
import org.jiaxue.identity.Stage;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolImport;
import org.jiaxue.schools.ChosenLesson;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.schools.Schools;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Component;

/** An invented school with a parent school and a class that sample guardians joined. */
@Component
@DemoOnly
class Schooling {

    private static final String SOURCE = "sample";
    private static final String NAME = "示例小学";
    private static final String LIST =
            """
            [{"id": "sample", "name": "示例教育集团", "school": [{"id": "1", "name": "示例小学"}]}]
            """;
    private static final int PUPILS = 45;
    private static final int JOINED = 32;
    private static final int LESSONS = 4;

    private final SchoolImport imports;
    private final Regions regions;
    private final Schools schools;
    private final Catalogue catalogue;
    private final Times times;

    Schooling(
            SchoolImport imports,
            Regions regions,
            Schools schools,
            Catalogue catalogue,
            Times times) {
        this.imports = imports;
        this.regions = regions;
        this.schools = schools;
        this.catalogue = catalogue;
        this.times = times;
    }

    /** The sample school's id, made known where it is not yet. */
    UUID school() {
        try {
            imports.take(
                    new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)),
                    Cast.COUNTY,
                    SOURCE);
        } catch (IOException inMemory) {
            throw new IllegalStateException("The sample school cannot be read", inMemory);
        }
        return regions.schools(Cast.COUNTY).stream()
                .filter(it -> it.name().equals(NAME))
                .map(Organisation::id)
                .findFirst()
                .orElseThrow();
    }

    /** Opens the parent school and makes a class that the members after the three cases join. */
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
                .skip(Filling.CASES)
                .filter(one -> one.division().startsWith(Cast.COUNTY))
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
