package org.jiaxue.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
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

/**
 * Two invented schools: one with a parent school and a class that sample guardians joined, and one
 * that is still to be opened.
 */
@Component
@DemoOnly
class Schooling {

    private static final String SOURCE = "sample";
    private static final String LIST =
            """
            [{"id": "sample", "name": "示例教育集团", "school": [
                {"id": "1", "name": "示例第一小学"}, {"id": "2", "name": "示例第二小学"}]}]
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

    /** The two sample schools, made known where they are not yet. */
    List<UUID> schools() {
        try {
            imports.take(
                    new ByteArrayInputStream(LIST.getBytes(StandardCharsets.UTF_8)),
                    Cast.COUNTY,
                    SOURCE);
        } catch (IOException inMemory) {
            throw new IllegalStateException("The sample schools cannot be read", inMemory);
        }
        return regions.schools(Cast.COUNTY).stream()
                .filter(it -> it.name().startsWith("示例"))
                .sorted(Comparator.comparing(Organisation::name))
                .map(Organisation::id)
                .toList();
    }

    /** Opens the parent school and makes a class that the holder of a certificate and more join. */
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
