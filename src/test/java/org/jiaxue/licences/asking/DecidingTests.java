package org.jiaxue.licences.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jiaxue.AtOnce;
import org.jiaxue.Caller;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.web.StaffId;
import org.junit.jupiter.api.Test;

/** A request over HTTP is declined for a reason, taken back, decided once, and by who still may. */
class DecidingTests extends InWucheng {

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
}
