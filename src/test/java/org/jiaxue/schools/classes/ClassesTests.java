package org.jiaxue.schools.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jiaxue.Caller;
import org.jiaxue.Overlapping;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.Stage;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.SchoolClass;
import org.jiaxue.web.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClassesTests extends AtSchool {

    @Autowired Classes classes;

    @Test
    void two_who_make_the_last_class_there_is_room_for_at_once_make_one() throws Exception {
        transaction.executeWithoutResult(_ -> {
            for (int number = 1; number < Classes.MOST_OPEN; number++) {
                classes.make(unmade(), by);
            }
        });

        Overlapping.Both<Boolean, Boolean> both =
                new Overlapping(transaction, jdbc)
                        .run(() -> classes.make(unmade(), by), () -> classes.make(unmade(), by));

        assertThat(both).isEqualTo(new Overlapping.Both<>(true, false));
    }

    @Test
    void a_class_gets_another_name_and_stage_and_keeps_everything_else() {
        ClassId id = makeClass("六（2）班", 42);
        join(id, guardians(2));
        String code = schools.invitation(id);
        String path = "/console/classes/" + id + "/correction";
        Caller caller = staff(admin);
        assertThat(caller.get(path).page().select("#name").val()).isEqualTo("六（2）班");

        Caller.Answer answer =
                caller.post(
                        path,
                        Map.of(
                                "name", "七（2）班", "stage", "junior", "entry", "2026", "pupils",
                                "60"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(classes.find(id))
                .contains(new SchoolClass(id, school.id(), "七（2）班", Stage.JUNIOR, 2026, 42, null));
        assertThat(schools.invitation(id)).isEqualTo(code);
        assertThat(staff(admin).get("/console/schools/" + school.id()).words())
                .contains("七（2）班", "更改七（2）班");
        assertThat(noted(id)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_of_a_class_is_said_beside_the_field_and_changes_nothing() {
        ClassId id = makeClass("三（2）班", 42);
        String path = "/console/classes/" + id + "/correction";

        Caller.Answer answer =
                staff(admin).post(path, Map.of("name", "", "stage", "no", "entry", "1999"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#name-error, #stage-error, #entry-error")).hasSize(3);
        assertThat(classes.find(id)).map(SchoolClass::name).contains("三（2）班");
        assertThat(noted(id)).isZero();
    }

    @Test
    void only_those_who_run_the_school_correct_its_classes_and_only_open_ones() {
        ClassId id = makeClass("三（2）班", 42);
        String path = "/console/classes/" + id + "/correction";
        StaffId officer = hire("officer", Role.COUNTY_OFFICER, COUNTY);

        assertThat(staff(teacher).get(path).status()).isEqualTo(403);
        assertThat(staff(officer).get(path).status()).isEqualTo(200);
        staff(admin).post("/console/classes/" + id + "/closing", Map.of());
        assertThat(staff(admin).get(path).status()).isEqualTo(409);
        Map<String, String> told = Map.of("name", "新", "stage", "primary", "entry", "2024");
        assertThat(staff(admin).post(path, told).status()).isEqualTo(409);
    }

    private SchoolClass unmade() {
        UUID organisation = school.id();
        return new SchoolClass(
                ClassId.next(), organisation, "一（1）班", Stage.PRIMARY, 2025, 40, null);
    }

    private long noted(ClassId id) {
        return jdbc.sql(
                        """
                        select count(*) from identity.audit
                        where deed = 'class.corrected' and subject = :id
                        """)
                .param("id", id.toString())
                .query(Long.class)
                .single();
    }
}
