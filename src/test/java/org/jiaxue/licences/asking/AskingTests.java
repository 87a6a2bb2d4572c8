package org.jiaxue.licences.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jiaxue.AtOnce;
import org.jiaxue.Caller;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Phone;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.learning.Earner;
import org.jiaxue.learning.LearningEvent;
import org.jiaxue.licences.Licences;
import org.jiaxue.points.Telling;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.schools.ClassId;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Confirmations over HTTP: who is asked, what they see, and what they cannot do. */
class AskingTests extends AtSchool {

    private static final String WUCHENG = "330702";
    private static final String YEAR = "2026-2027";
    private static int numbers;

    @Autowired Earner earner;
    @Autowired Licences licences;

    private ClassId own;
    private GuardianId someone;
    private StaffId officer;

    @BeforeEach
    void aClassAndItsCounty() {
        own = makeClass("三（1）班", 40);
        officer = hire("officer", Role.COUNTY_OFFICER, WUCHENG);
        someone = inWucheng();
        join(own, List.of(someone));
        clock.set(noon(LocalDate.of(2026, 10, 14)));
        learn(someone);
    }

    private GuardianId inWucheng() {
        GuardianId guardian = people.register(new Phone("157%08d".formatted(++numbers)), WUCHENG);
        people.giveConsent(guardian, Purpose.RECORDS);
        return guardian;
    }

    /** Three weeks of lessons: 84 points, which are enough for the first level alone. */
    private void learn(GuardianId guardian) {
        Telling telling = new Telling(guardian, WUCHENG, Telling.someone().ages());
        List<LearningEvent> events = new ArrayList<>();
        for (int turn = 0; turn < 6; turn++) {
            LocalDate day = LocalDate.of(2026, 9, 7).plusWeeks(turn / 2).plusDays(turn % 2);
            events.addAll(telling.lessons(7, day + "T08:00"));
        }
        transaction.executeWithoutResult(_ -> earner.earn(events));
    }

    private Caller parent(GuardianId guardian, String language) {
        EnumSet<Viewer.Scope> scopes = EnumSet.of(Viewer.Scope.LEARN, Viewer.Scope.READ);
        return Caller.with(
                port, language, people.issueToken(guardian, scopes, Duration.ofHours(9)).token());
    }

    private Map<String, String> wanted(String layer) {
        Map<String, String> form = new HashMap<>();
        form.put("scheme", "wucheng");
        form.put("layer", layer);
        form.put("level", "1");
        form.put("period", YEAR);
        form.put("name", "小雨妈妈");
        return form;
    }

    private Caller.Answer ask(String layer) {
        return parent(someone, "zh-CN").post("/me/confirmations", wanted(layer));
    }

    /** The request that waits on somebody's desk. */
    private String waiting(StaffId staff) {
        return staff(staff)
                .get("/console/confirmations")
                .page()
                .select("form[action$=/decision]")
                .attr("action");
    }

    private List<String> reached() {
        return licences.of(someone).stream()
                .filter(it -> it.scheme().equals("wucheng"))
                .map(Licences.Held::layer)
                .toList();
    }

    private int names() {
        return jdbc.sql("select count(*) from licences.called where guardian_id = :id")
                .param("id", someone.value())
                .query(Integer.class)
                .single();
    }

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

    @Test
    void declining_takes_a_reason_from_the_list_and_the_parent_reads_it() {
        ask("class");
        String decision = waiting(teacher);

        for (String none : List.of("", "学得不够")) {
            Map<String, String> form = Map.of("decision", "decline", "reason", none);
            Caller.Answer answer = staff(teacher).post(decision, form);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.words()).contains("请选一个原因");
        }
        Map<String, String> form = Map.of("decision", "decline", "reason", "name-unknown");
        assertThat(staff(teacher).post(decision, form).status()).isEqualTo(303);

        assertThat(parent(someone, "zh-CN").get("/me/confirmations").words())
                .contains("没有确认", "认不出是哪一位", "可以再请一次");
        assertThat(parent(someone, "zh-CN").get("/me/licences").words())
                .contains("认不出是哪一位")
                .doesNotContain("name-unknown");
        assertThat(names()).isZero();
        assertThat(ask("class").status()).isEqualTo(303);
    }

    @Test
    void what_is_taken_back_is_gone_from_the_desk() {
        ask("class");
        String decision = waiting(teacher);
        String page = parent(someone, "zh-CN").get("/me/confirmations").body();
        String back = page.replaceFirst("(?s).*(/me/confirmations/[^/\"]+/withdrawal).*", "$1");

        assertThat(parent(inWucheng(), "zh-CN").post(back, Map.of()).status()).isEqualTo(404);
        assertThat(parent(someone, "zh-CN").post(back, Map.of()).status()).isEqualTo(303);
        assertThat(parent(someone, "zh-CN").post(back, Map.of()).status()).isEqualTo(409);
        assertThat(staff(teacher).post(decision, Map.of("decision", "confirm")).status())
                .isEqualTo(404);
        assertThat(reached()).containsExactly("self");
        assertThat(names()).isZero();
    }

    @Test
    void who_teaches_the_class_no_more_or_has_left_confirms_nothing() {
        StaffId mover = hire("mover", Role.TEACHER, school.id().toString());
        schools.teach(own, mover, by);
        StaffId leaver = hire("leaver", Role.TEACHER, school.id().toString());
        schools.teach(own, leaver, by);
        ask("class");
        String decision = waiting(mover);
        assertThat(waiting(leaver)).isEqualTo(decision);

        jdbc.sql("delete from schools.class_teacher where staff_id = :id")
                .param("id", mover.value())
                .update();
        people.hire(
                "leaver",
                "职员",
                "a-long-password",
                List.of(new Grant(Role.TEACHER, schoolElsewhere())));

        for (StaffId gone : List.of(mover, leaver)) {
            assertThat(staff(gone).get("/console/confirmations").words()).doesNotContain("小雨妈妈");
            assertThat(staff(gone).post(decision, Map.of("decision", "confirm")).status())
                    .isEqualTo(404);
        }
        assertThat(reached()).containsExactly("self");
    }

    private String schoolElsewhere() {
        return regions.schools(COUNTY).stream()
                .map(it -> it.id().toString())
                .filter(it -> !it.equals(school.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_two_who_decide_at_once_one_does() throws Exception {
        StaffId second = hire("second", Role.TEACHER, school.id().toString());
        schools.teach(own, second, by);
        ask("class");
        String decision = waiting(teacher);
        ConcurrentLinkedQueue<Caller> callers =
                new ConcurrentLinkedQueue<>(List.of(staff(teacher), staff(second)));
        ConcurrentLinkedQueue<Integer> came = new ConcurrentLinkedQueue<>();

        AtOnce.run(
                2,
                () ->
                        came.add(
                                callers.remove()
                                        .post(decision, Map.of("decision", "confirm"))
                                        .status()));

        assertThat(came).containsExactlyInAnyOrder(303, 404);
        assertThat(reached()).containsExactlyInAnyOrder("self", "class");
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
