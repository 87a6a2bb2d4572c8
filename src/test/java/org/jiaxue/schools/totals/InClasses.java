package org.jiaxue.schools.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaxue.catalogue.Lesson;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.members.Members;
import org.jiaxue.web.GuardianId;
import org.springframework.beans.factory.annotation.Autowired;

/** Classes whose figures are settled and read. */
abstract class InClasses extends AtSchool {

    static final LocalDate NEXT_TERM = LocalDate.of(2026, 9, 7);

    @Autowired Totals totals;
    @Autowired Members members;

    /** A class with guardians in it, of whom the first so many finished the first lesson. */
    ClassId classOf(List<GuardianId> all, int finished) {
        ClassId id = makeClass("三（2）班", 60);
        choose(id, lesson(0));
        join(id, all);
        complete(lesson(0), all.subList(0, finished));
        return id;
    }

    ClassId classOf(int guardians, int finished) {
        return classOf(guardians(guardians), finished);
    }

    void close(ClassId id) {
        assertThat(staff(admin).post("/console/classes/" + id + "/closing", Map.of()).status())
                .isEqualTo(303);
    }

    String page(ClassId id) {
        return staff(teacher).get("/console/classes/" + id).words();
    }

    int shown(ClassId id, Lesson lesson) {
        return figure(id, lesson.id().value()).shown();
    }

    int guardians(ClassId id) {
        return figure(id, id.value()).shown();
    }

    Figure figure(ClassId id, UUID about) {
        return Objects.requireNonNull(totals.of(id).get(about));
    }
}
