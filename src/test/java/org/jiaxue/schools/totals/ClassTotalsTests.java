package org.jiaxue.schools.totals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.identity.Purpose;
import org.jiaxue.identity.Role;
import org.jiaxue.schools.ClassId;
import org.jiaxue.schools.classes.LessonLists;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A teacher who reads what is shown, makes classes and lists at will, and wants to know of one. */
class ClassTotalsTests extends InClasses {

    @Autowired LessonLists lists;

    @Test
    void a_class_shows_how_many_finished_and_nothing_else() {
        ClassId id = classOf(30, 12);
        monday();

        assertThat(shown(id, lesson(0))).isEqualTo(12);
        assertThat(guardians(id)).isEqualTo(30);
        Caller.Answer page = staff(teacher).get("/console/classes/" + id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.words()).contains("12 位，共 30 位", "3 月 9 日").doesNotContain("18");
    }

    @Test
    void a_lesson_stands_beside_the_number_of_guardians_of_the_same_monday_only() {
        List<GuardianId> all = guardians(40);
        ClassId id = classOf(all, 12);
        choose(id, lesson(1));
        monday();
        complete(lesson(1), all.subList(0, 20));
        monday();

        Elements cells = staff(teacher).get("/console/classes/" + id).page().select("td");
        assertThat(cells.eachText())
                .containsExactly("12 位，共 40 位 （2026 年 3 月 9 日）", "20 位 （2026 年 3 月 16 日）");
        assertThat(page(id)).as("of no other Monday").containsOnlyOnce("40 位");
    }

    @Test
    void the_number_of_guardians_stands_with_the_code_for_those_who_may_read_it() {
        ClassId id = classOf(30, 12);
        monday();
        String code = "/console/classes/" + id + "/code";
        StaffId officer = hire("officer", Role.COUNTY_OFFICER, COUNTY);

        assertThat(staff(teacher).get(code).words()).contains("计入这个班的家长", "30 位", "3 月 9 日");
        assertThat(staff(officer).get(code).words()).doesNotContain("30 位");
    }

    @Test
    void fewer_than_ten_who_finished_and_fewer_than_ten_who_did_not_look_alike() {
        ClassId few = classOf(30, 9);
        ClassId many = classOf(30, 21);
        ClassId none = classOf(30, 0);
        monday();

        List<String> pages =
                List.of(few, many, none).stream()
                        .map(it -> staff(teacher).get("/console/classes/" + it))
                        .map(it -> it.page().select("td").text())
                        .distinct()
                        .toList();
        assertThat(pages).containsExactly("人数太少或太接近全班，不显示");
    }

    @Test
    void a_class_with_fewer_than_ten_guardians_or_ten_pupils_missing_hides_how_many_joined() {
        ClassId small = makeClass("小班", 40);
        ClassId full = makeClass("满班", 40);
        join(small, guardians(9));
        join(full, guardians(31));
        monday();

        assertThat(totals.of(small)).isEmpty();
        assertThat(totals.of(full)).isEmpty();
    }

    @Test
    void between_two_mondays_a_reading_never_changes_whoever_joins_leaves_or_learns() {
        List<GuardianId> all = guardians(30);
        ClassId id = classOf(all, 12);
        monday();
        String before = page(id);

        join(id, guardians(15));
        complete(lesson(0), all.subList(12, 24));
        members.leave(all.getFirst(), id);
        schools.settle();

        assertThat(page(id)).isEqualTo(before);
    }

    @Test
    void one_more_who_joined_or_finished_does_not_show_the_week_after() {
        ClassId id = classOf(30, 12);
        monday();
        Map<?, Figure> before = totals.of(id);

        List<GuardianId> one = guardians(1);
        join(id, one);
        complete(lesson(0), one);
        monday();

        assertThat(totals.of(id)).isEqualTo(before);
    }

    @Test
    void a_change_of_ten_shows_with_the_monday_it_is_as_of() {
        List<GuardianId> all = guardians(40);
        ClassId id = classOf(all, 12);
        monday();
        complete(lesson(0), all.subList(12, 21));
        monday();
        assertThat(shown(id, lesson(0))).isEqualTo(12);
        complete(lesson(0), all.subList(21, 22));
        monday();

        assertThat(shown(id, lesson(0))).isEqualTo(22);
        assertThat(figure(id, lesson(0).id().value()).asOf()).isEqualTo(LocalDate.of(2026, 3, 23));
    }

    @Test
    void two_classes_with_the_same_families_but_one_tell_nothing_of_that_one() {
        ClassId whole = makeClass("全班", 60);
        ClassId butOne = makeClass("少一个", 60);
        choose(whole, lesson(0));
        choose(butOne, lesson(0));
        List<GuardianId> all = guardians(40);
        join(whole, all);
        join(butOne, all.subList(1, 40));
        complete(lesson(0), all.subList(0, 20));
        monday();

        assertThat(shown(whole, lesson(0))).isEqualTo(20);
        assertThat(totals.of(butOne)).isEmpty();
    }

    @Test
    void a_class_made_anew_without_one_family_tells_nothing_of_that_one() {
        ClassId old = makeClass("三（2）班", 60);
        choose(old, lesson(0));
        List<GuardianId> all = guardians(40);
        join(old, all);
        complete(lesson(0), all.subList(0, 20));
        monday();
        close(old);

        ClassId anew = makeClass("三（2）班 新", 60);
        choose(anew, lesson(0));
        join(anew, all.subList(1, 40));
        monday();
        assertThat(totals.of(anew)).isEmpty();

        settleOn(NEXT_TERM);
        assertThat(guardians(anew)).isEqualTo(39);
        assertThat(totals.of(anew)).doesNotContainKey(lesson(0).id().value());

        complete(lesson(0), all.subList(20, 35));
        monday();
        assertThat(shown(anew, lesson(0))).isEqualTo(15);
    }

    @Test
    void leaving_for_another_class_and_coming_back_counts_in_one_place_only() {
        ClassId first = makeClass("甲", 60);
        ClassId second = makeClass("乙", 60);
        choose(first, lesson(0));
        choose(second, lesson(0));
        List<GuardianId> all = guardians(40);
        join(first, all);
        complete(lesson(0), all.subList(0, 20));
        monday();
        all.forEach(it -> members.leave(it, first));
        join(second, all);
        monday();

        assertThat(totals.of(second)).isEmpty();
        all.forEach(it -> members.leave(it, second));
        join(first, all);
        monday();
        assertThat(shown(first, lesson(0))).isEqualTo(20);
    }

    @Test
    void taking_a_lesson_off_and_choosing_it_again_brings_no_newer_figure() {
        ClassId id = classOf(40, 15);
        monday();
        lists.remove(id, lesson(0).id());
        List<GuardianId> more = guardians(3);
        join(id, more);
        complete(lesson(0), more);
        monday();
        choose(id, lesson(0));
        monday();

        assertThat(shown(id, lesson(0))).isEqualTo(15);
    }

    @Test
    void a_figure_that_may_no_longer_be_renewed_keeps_its_old_day() {
        List<GuardianId> all = guardians(40);
        ClassId id = classOf(all, 15);
        monday();
        complete(lesson(0), all.subList(15, 40));
        monday();

        assertThat(shown(id, lesson(0))).isEqualTo(15);
    }

    @Test
    void who_has_withdrawn_their_consent_is_not_counted() {
        ClassId id = makeClass("三（2）班", 60);
        List<GuardianId> all = guardians(10);
        join(id, all);
        people.withdrawConsent(all.getFirst(), Purpose.RECORDS);
        monday();

        assertThat(totals.of(id)).isEmpty();
    }

    @Test
    void a_settling_that_comes_late_counts_who_was_there_on_monday() {
        ClassId id = makeClass("三（2）班", 60);
        List<GuardianId> all = guardians(20);
        join(id, all);
        LocalDate monday = LocalDate.of(2026, 3, 9);
        clock.set(noon(monday.plusDays(1)));
        all.subList(0, 5).forEach(it -> members.leave(it, id));
        join(id, guardians(12));
        schools.settle();

        assertThat(guardians(id)).isEqualTo(20);
        assertThat(figure(id, id.value()).asOf()).isEqualTo(monday);
        assertThat(left()).isEqualTo(5);
        monday();
        assertThat(left()).isZero();
    }

    private long left() {
        return jdbc.sql("select count(*) from schools.member where left_at is not null")
                .query(Long.class)
                .single();
    }
}
