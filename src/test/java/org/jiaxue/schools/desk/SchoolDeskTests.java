package org.jiaxue.schools.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiaxue.Caller;
import org.jiaxue.identity.Role;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.ParentSchoolClosed;
import org.jiaxue.schools.ParentSchoolOpened;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.web.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

@Import(SchoolDeskTests.Told.class)
class SchoolDeskTests extends AtSchool {

    /** What was told of parent schools. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Told {

        static final List<ParentSchoolOpened> OPENED = new CopyOnWriteArrayList<>();
        static final List<ParentSchoolClosed> CLOSED = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(ParentSchoolOpened opened) {
            OPENED.add(opened);
        }

        @EventListener
        void hear(ParentSchoolClosed closed) {
            CLOSED.add(closed);
        }
    }

    @Test
    void an_administrator_sees_the_schools_granted_and_an_officer_those_of_the_county() {
        Caller.Answer mine = staff(admin).get("/console/schools");
        assertThat(mine.page().select("tbody a").eachAttr("href"))
                .containsExactly("/console/schools/" + school.id());
        assertThat(mine.page().select("nav a[aria-current=page]").attr("href"))
                .isEqualTo("/console/schools");

        StaffId officer = hire("officer", Role.CITY_OFFICER, "3301");
        Caller.Answer county = staff(officer).get("/console/schools?county=" + COUNTY);
        assertThat(county.page().select("tbody a").size()).isGreaterThan(10);
        Caller.Answer found =
                staff(officer).get("/console/schools?county=" + COUNTY + "&q=" + encoded());
        assertThat(found.page().select("tbody a").eachText()).contains(school.fullName());
        assertThat(staff(hire("editor", Role.EDITOR, "33")).get("/console/schools").status())
                .isEqualTo(403);
    }

    @Test
    void a_parent_school_is_opened_moved_and_closed_and_told_of() {
        Caller caller = staff(admin);
        String path = "/console/schools/" + school.id();

        assertThat(
                        caller.post(
                                        path + "/opening",
                                        Map.of("platform", "provincial", "day", "2026-03-02"))
                                .status())
                .isEqualTo(303);
        assertThat(caller.get(path).words()).contains("省级平台，2026 年 3 月 2 日 起");
        assertThat(caller.post(path + "/closing", Map.of("day", "2026-03-03")).status())
                .isEqualTo(303);
        assertThat(caller.get(path).words()).contains("起已停办").doesNotContain("建一个班级");
        LocalDate second = LocalDate.of(2026, 3, 2);
        assertThat(Told.OPENED)
                .contains(
                        new ParentSchoolOpened(
                                school.id(), COUNTY, PlatformKind.PROVINCIAL, second));
        assertThat(Told.CLOSED)
                .contains(new ParentSchoolClosed(school.id(), COUNTY, second.plusDays(1)));
    }

    @Test
    void a_day_that_cannot_be_and_what_is_so_already_are_refused_beside_the_field() {
        Caller caller = staff(admin);
        String path = "/console/schools/" + school.id() + "/opening";

        Caller.Answer future = caller.post(path, Map.of("platform", "other", "day", "2026-03-05"));
        assertThat(future.status()).isEqualTo(422);
        assertThat(future.page().select("#day-error").text()).contains("今天之间");
        assertThat(
                        caller.post(path, Map.of("platform", "other", "day", "2026-02-01"))
                                .page()
                                .select("#day-error")
                                .text())
                .contains("不能早于");
        assertThat(
                        caller.post(path, Map.of("platform", "own", "day", "2026-03-04"))
                                .page()
                                .select("#platform-error")
                                .text())
                .contains("已经是这样");
        assertThat(caller.post(path, Map.of("day", "soon")).page().select("#day-error").text())
                .contains("2026-09-01");
    }

    @Test
    void a_class_is_made_and_shows_its_code() {
        Caller caller = staff(admin);
        String path = "/console/schools/" + school.id() + "/classes";

        Caller.Answer empty = caller.post(path, Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page().select("#name-error, #stage-error, #entry-error, #pupils-error"))
                .hasSize(4);
        Caller.Answer made =
                caller.post(
                        path,
                        Map.of(
                                "name", "三（2）班", "stage", "primary", "entry", "2023", "pupils",
                                "42"));
        assertThat(made.status()).isEqualTo(303);
        Caller.Answer code = caller.get(URI.create(made.location()).getPath());
        assertThat(code.page().select(".jx-qr")).hasSize(1);
        assertThat(code.page().select(".jx-wallcode-digits").text()).matches("\\S{4} \\S{4}");
        assertThat(code.words()).contains("8 月 31 日");
    }

    @Test
    void a_teacher_picks_orders_and_takes_off_lessons_of_the_own_class_only() {
        ClassId id = makeClass("三（2）班", 42);
        Caller caller = staff(teacher);
        String path = "/console/classes/" + id + "/lessons";
        assertThat(caller.get(path).page().select("select[name=week]").size()).isGreaterThan(3);

        choose(caller, path, lesson(0).id().toString(), "");
        choose(caller, path, lesson(1).id().toString(), "2026-03-09");
        assertThat(caller.get(path).page().select("ol b").eachText())
                .containsExactly(lesson(0).title().zh(), lesson(1).title().zh());
        caller.post(path + "/raising", Map.of("lesson", lesson(1).id().toString()));
        assertThat(caller.get(path).page().select("ol b").eachText().getFirst())
                .isEqualTo(lesson(1).title().zh());
        caller.post(path + "/removal", Map.of("lesson", lesson(0).id().toString()));
        assertThat(caller.get(path).page().select("ol b")).hasSize(1);
        assertThat(
                        caller.post(path, Map.of("lesson", lesson(2).id().toString(), "week", "x"))
                                .status())
                .isEqualTo(422);

        StaffId colleague = hire("colleague", Role.TEACHER, school.id().toString());
        assertThat(staff(colleague).get(path).status()).isEqualTo(403);
        assertThat(staff(colleague).get("/console/classes/" + id).status()).isEqualTo(403);
    }

    @Test
    void an_officer_runs_schools_but_reads_no_class() {
        ClassId id = makeClass("三（2）班", 42);
        StaffId officer = hire("officer", Role.COUNTY_OFFICER, COUNTY);

        assertThat(staff(officer).get("/console/schools/" + school.id()).status()).isEqualTo(200);
        assertThat(staff(officer).get("/console/classes/" + id).status()).isEqualTo(403);
        assertThat(staff(admin).get("/console/classes/" + id).status()).isEqualTo(200);
    }

    @Test
    void a_class_that_has_ended_forgets_who_was_in_it_and_invites_nobody() {
        ClassId id = makeClass("三（2）班", 42);
        join(id, guardians(3));

        assertThat(staff(admin).post("/console/classes/" + id + "/closing", Map.of()).status())
                .isEqualTo(303);
        assertThat(jdbc.sql("select count(*) from schools.member").query(Long.class).single())
                .isZero();
        assertThat(staff(admin).get("/console/classes/" + id + "/code").status()).isEqualTo(409);
    }

    private static void choose(Caller caller, String path, String lesson, String week) {
        assertThat(caller.post(path, Map.of("lesson", lesson, "week", week)).status())
                .isEqualTo(303);
    }

    private String encoded() {
        return URLEncoder.encode(school.name(), StandardCharsets.UTF_8);
    }
}
