package org.jiaxue.schools.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Stage;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.members.Members;
import org.jiaxue.web.GuardianId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JoiningTests extends AtSchool {

    @Autowired Members members;

    @Test
    void a_guardian_reads_what_the_school_sees_says_for_which_child_and_joins() {
        ClassId id = makeClass("三（2）班", 40);
        choose(id, lesson(0));
        GuardianId guardian = guardian();
        people.giveConsent(guardian, Purpose.CHILDREN);
        people.addChild(guardian, YearMonth.of(2017, 5));
        Caller reader = reader(guardian);
        String code = schools.invitation(id);

        Caller.Answer typed = reader.post("/classes/join", Map.of("code", spaced(code)));
        assertThat(typed.location()).endsWith("/classes/join/" + code);
        Caller.Answer confirm = reader.get("/classes/join/" + code);
        assertThat(confirm.words())
                .contains("加入三（2）班", "只有全班的合计", "看不到您是谁", "小学", "8 岁", school.fullName());
        assertThat(reader.post("/classes/join/" + code, Map.of("stage", "primary")).location())
                .endsWith("/me/classes");

        Caller.Answer mine = reader.get("/me/classes");
        assertThat(mine.words()).contains("三（2）班", "看完 0 / 1 节", lesson(0).title().zh());
        assertThat(reader.get("/me").page().select("a[href='/me/classes']")).hasSize(1);
    }

    @Test
    void a_visitor_signs_in_first_and_comes_back_to_the_code() {
        String code = schools.invitation(makeClass("三（2）班", 40));

        assertThat(Caller.visitor(port, "zh-CN").get("/classes/join/" + code).location())
                .isEqualTo("/sign-in?next=%2Fclasses%2Fjoin%2F" + code);
    }

    @Test
    void the_next_lesson_of_the_class_is_a_pick_that_says_why() {
        ClassId id = makeClass("三（2）班", 40);
        choose(id, lesson(0));
        choose(id, lesson(1));
        GuardianId guardian = guardian();
        join(id, List.of(guardian));
        complete(lesson(0), List.of(guardian));

        assertThat(reader(guardian).get("/").page().select(".jx-why").eachText())
                .contains("三（2）班老师选的");
        assertThat(schools.next(guardian)).isPresent();
    }

    @Test
    void leaving_is_one_step_and_takes_the_class_away() {
        ClassId id = makeClass("三（2）班", 40);
        GuardianId guardian = guardian();
        join(id, List.of(guardian));
        Caller reader = reader(guardian);

        assertThat(reader.post("/me/classes/" + id + "/departure", Map.of()).status())
                .isEqualTo(303);
        assertThat(reader.get("/me/classes").words()).contains("还没有加入班级");
        assertThat(reader.post("/me/classes/" + id + "/departure", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void joining_earns_nothing() {
        ClassId id = makeClass("三（2）班", 40);
        long before = entries();
        join(id, guardians(3));

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void a_code_that_cannot_be_one_or_is_good_no_more_says_what_to_do() {
        ClassId id = makeClass("三（2）班", 40);
        String old = schools.invitation(id);
        schools.inviteAnew(id, by);
        Caller reader = reader(guardian());

        assertThat(reader.post("/classes/join", Map.of("code", "0O1I")).words())
                .contains("8 位字母和数字");
        Caller.Answer renewed = reader.post("/classes/join", Map.of("code", old));
        assertThat(renewed.status()).isEqualTo(422);
        assertThat(renewed.words()).contains("请向老师要一个新的");

        String now = schools.invitation(id);
        clock.set(noon(LocalDate.of(2026, 9, 1)));
        assertThat(reader(guardian()).post("/classes/join", Map.of("code", now)).status())
                .isEqualTo(422);
    }

    @Test
    void codes_cannot_be_guessed() {
        String code = schools.invitation(makeClass("三（2）班", 40));
        GuardianId guesser = guardian();
        Caller reader = reader(guesser);
        for (int i = 0; i < 20; i++) {
            reader.post("/classes/join", Map.of("code", "AAAACCCC"));
        }

        Caller.Answer right = reader.post("/classes/join", Map.of("code", code));
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.words()).contains("分钟再试");
        assertThat(reader.get("/classes/join/" + code).status()).isEqualTo(429);
        assertThat(reader(guardian()).get("/classes/join/" + code).status()).isEqualTo(200);

        assertThat(members.looks(guesser))
                .singleElement()
                .satisfies(it -> assertThat(it.times()).isEqualTo(22));
        members.forgetLooks(guesser);
        assertThat(reader.get("/classes/join/" + code).status()).isEqualTo(200);
    }

    @Test
    void no_code_stands_in_the_database_as_it_is() {
        String code = schools.invitation(makeClass("三（2）班", 40));

        String rows =
                String.join(
                        "",
                        jdbc.sql("select t::text from schools.school_class t")
                                .query(String.class)
                                .list());
        assertThat(rows).doesNotContain(code);
    }

    @Test
    void a_class_of_another_stage_can_be_joined_for_a_child_in_it() {
        ClassId id = makeClass("三（2）班", 40);
        GuardianId guardian = guardian();
        assertThat(schools.join(guardian, id, Stage.JUNIOR)).isTrue();
        assertThat(reader(guardian).get("/me/classes").words()).contains("初中");
    }

    private long entries() {
        return jdbc.sql("select count(*) from points.entry").query(Long.class).single();
    }

    private static String spaced(String code) {
        return (code.substring(0, 4) + "　" + code.substring(4)).toLowerCase(Locale.ROOT);
    }
}
