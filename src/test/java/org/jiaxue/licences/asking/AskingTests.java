package org.jiaxue.licences.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.identity.Role;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Confirmations over HTTP: who is asked, what they see, and what they cannot do. */
class AskingTests extends InWucheng {

    @Test
    void four_layers_are_walked_one_after_the_other_by_who_was_asked() {
        Caller parent = parent(someone, "zh-CN");
        assertThat(parent.get("/me/licences").words()).contains("请人确认", "班级 · 达标");
        List<Map.Entry<String, StaffId>> asked =
                List.of(
                        Map.entry("class", teacher),
                        Map.entry("school", admin),
                        Map.entry("county", officer));

        for (Map.Entry<String, StaffId> one : asked) {
            StaffId who = one.getValue();
            assertThat(ask(one.getKey()).status()).isEqualTo(303);
            Caller.Answer desk = staff(who).get("/console/confirmations");
            assertThat(desk.words()).contains("小雨妈妈", "达标", "2026–2027 学年");
            assertThat(desk.words()).doesNotContain("分，", "157");
            String decision = waiting(who);
            assertThat(staff(who).post(decision, Map.of("decision", "confirm")).status())
                    .isEqualTo(303);
            assertThat(staff(who).get("/console/confirmations").words()).doesNotContain("小雨妈妈");
            assertThat(staff(who).post(decision, Map.of("decision", "confirm")).status())
                    .isEqualTo(404);
        }

        assertThat(reached()).containsExactlyInAnyOrder("self", "class", "school", "county");
        assertThat(parent.get("/me/confirmations").words())
                .contains("您班级的老师确认了", school.name() + "的管理员确认了", "婺城区的工作人员确认了");
        assertThat(names()).isZero();
        assertThat(log())
                .containsOnly("guardian.confirmation-asked", "guardian.confirmation-given")
                .hasSize(6);
    }

    private List<String> log() {
        return jdbc.sql(
                        """
                        select deed from identity.audit
                        where subject = :who and deed like 'guardian.confirmation%'
                        """)
                .param("who", someone.toString())
                .query(String.class)
                .list();
    }

    @Test
    void before_asking_one_reads_who_will_see_what() {
        String page = "/me/confirmations/ask?scheme=wucheng&layer=class&level=1&period=" + YEAR;

        assertThat(parent(someone, "zh-CN").get(page).words())
                .contains("只有您班级的老师看得到", "看不到您学了什么", "随时可以收回");
        assertThat(parent(someone, "en").get(page).words())
                .contains("Only the teachers of your class will see it", "points you have");
        assertThat(staff(teacher).get("/console/confirmations").words()).contains("没有等着您确认的");
    }

    @Test
    void nobody_is_seen_who_did_not_ask_and_only_those_asked_see() {
        GuardianId silent = inWucheng();
        learn(silent);
        jdbc.sql(
                        """
                        insert into schools.member (guardian_id, class_id, stage, joined_at)
                        values (:who, :class, 'primary', now())
                        """)
                .param("who", silent.value())
                .param("class", own.value())
                .update();
        StaffId colleague = hire("colleague", Role.TEACHER, school.id().toString());
        ask("class");

        assertThat(
                        staff(teacher)
                                .get("/console/confirmations")
                                .page()
                                .select("form[action$=/decision] button[value=confirm]"))
                .hasSize(1);
        for (StaffId other : List.of(colleague, admin, officer)) {
            assertThat(staff(other).get("/console/confirmations").words()).contains("没有等着您确认的");
            assertThat(staff(other).post(waiting(teacher), Map.of("decision", "confirm")).status())
                    .isEqualTo(404);
        }
        StaffId editor = hire("an.editor", Role.EDITOR, "330105");
        assertThat(staff(editor).get("/console/confirmations").status()).isEqualTo(403);
        assertThat(reached()).containsExactly("self");
    }

    @Test
    void a_name_is_asked_for_and_no_other_is_taken() {
        Map<String, String> form = wanted("class");
        form.put("name", " ");
        assertThat(parent(someone, "zh-CN").post("/me/confirmations", form).words())
                .contains("请写一个称呼");
        form.put("name", "长".repeat(21));
        assertThat(parent(someone, "zh-CN").post("/me/confirmations", form).status())
                .isEqualTo(422);
        assertThat(names()).isZero();

        ask("class");
        assertThat(names()).isEqualTo(1);
        assertThat(jdbc.sql("select name_sealed from licences.called").query(String.class).list())
                .noneMatch(it -> it.contains("小雨"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_page_speaks_the_readers_language(String language) {
        ask("class");
        EnumSet<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.STAFF, Viewer.Scope.READ);
        Caller desk =
                Caller.with(
                        port,
                        language,
                        people.issueToken(teacher, scopes, Duration.ofHours(9)).token());
        boolean english = language.equals("en");

        assertThat(desk.get("/console/confirmations").words())
                .contains(english ? "Only those who asked you" : "只列出问了您的人")
                .doesNotContain("licences.");
        assertThat(parent(someone, language).get("/me/confirmations").words())
                .contains(english ? "Waiting for the teachers of your class" : "等您班级的老师确认")
                .doesNotContain("licences.");
    }
}
