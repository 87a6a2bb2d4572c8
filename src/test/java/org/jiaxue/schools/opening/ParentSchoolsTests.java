package org.jiaxue.schools.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiaxue.Caller;
import org.jiaxue.Overlapping;
import org.jiaxue.SampleSchool;
import org.jiaxue.identity.Role;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.SchoolLists;
import org.jiaxue.schools.AtSchool;
import org.jiaxue.schools.ParentSchool;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.schools.opening.ParentSchools.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is said of parent schools: at once, of schools that are no more, and of a wrong day. */
class ParentSchoolsTests extends AtSchool {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    @Autowired ParentSchools parentSchools;
    @Autowired SchoolLists lists;
    @Autowired ApplicationContext house;

    @Test
    void two_who_open_a_parent_school_at_once_open_it_once() throws Exception {
        Organisation one = schoolIn("330502");

        Overlapping.Both<Said, Said> both =
                new Overlapping(transaction, jdbc).run(() -> open(one), () -> open(one));

        assertThat(both).isEqualTo(new Overlapping.Both<>(Said.DONE, Said.NOTHING_NEW));
        assertThat(steps(one)).isEqualTo(1);
    }

    @Test
    void two_who_close_a_parent_school_at_once_close_it_once() throws Exception {
        Organisation one = schoolIn("330503");
        open(one);

        Overlapping.Both<Said, Said> both =
                new Overlapping(transaction, jdbc)
                        .run(
                                () -> parentSchools.close(one, WEDNESDAY, by),
                                () -> parentSchools.close(one, WEDNESDAY, by));

        assertThat(both).isEqualTo(new Overlapping.Both<>(Said.DONE, Said.NOTHING_NEW));
        assertThat(steps(one)).isEqualTo(2);
    }

    @Test
    void a_school_that_its_list_closes_closes_its_parent_school_on_that_day_and_once() {
        Organisation one = schoolIn("330521");
        open(one);
        LocalDate ends = WEDNESDAY.plusDays(6);
        list(one, ends);
        parentSchools.closeEnded();
        assertThat(parentSchools.find(one.id())).map(ParentSchool::open).contains(true);

        clock.set(noon(ends.plusDays(1)));
        assertThat(parentSchools.closeEnded()).isEqualTo(1);
        assertThat(parentSchools.closeEnded()).isZero();
        assertThat(parentSchools.find(one.id())).contains(new ParentSchool(one.id(), null, ends));
        followed(one, FIRST + " own", ends + " null");
        assertThat(parentSchools.open(one, PlatformKind.OWN, ends.plusDays(1), by))
                .isEqualTo(Said.SCHOOL_ENDED);
    }

    @Test
    void a_parent_school_opened_after_its_school_had_ended_never_was() {
        Organisation one = schoolIn("330522");
        open(one);
        list(one, FIRST.minusDays(20));

        assertThat(parentSchools.closeEnded()).isEqualTo(1);
        assertThat(parentSchools.find(one.id())).contains(new ParentSchool(one.id(), null, FIRST));
    }

    @Test
    void a_day_that_was_too_late_is_corrected_and_every_row_stays() {
        Organisation one = schoolIn("330523");
        open(one);
        LocalDate right = LocalDate.of(2026, 2, 20);

        assertThat(correct(one, right).status()).isEqualTo(303);

        assertThat(parentSchools.find(one.id()))
                .contains(new ParentSchool(one.id(), PlatformKind.OWN, right));
        assertThat(steps(one)).isEqualTo(2);
        followed(one, right + " own", FIRST + " own");
    }

    @Test
    void a_day_that_was_too_early_is_corrected_twice_and_no_other_is_left_behind() {
        Organisation one = schoolIn("330402");
        open(one);
        LocalDate earlier = FIRST.minusDays(9);
        correct(one, earlier);
        correct(one, WEDNESDAY);

        assertThat(parentSchools.find(one.id()))
                .contains(new ParentSchool(one.id(), PlatformKind.OWN, WEDNESDAY));
        followed(one, earlier + " null", FIRST + " null", WEDNESDAY + " own");
        assertThat(parentSchools.open(one, PlatformKind.LOCAL, WEDNESDAY, by)).isEqualTo(Said.DONE);
    }

    @Test
    void a_correction_keeps_to_what_came_before_and_to_today() {
        Organisation one = schoolIn("330411");
        open(one);
        parentSchools.open(one, PlatformKind.PROVINCIAL, FIRST.plusDays(1), by);

        assertThat(wrong(correct(one, FIRST.minusDays(1)))).contains("不能早于");
        assertThat(wrong(correct(one, WEDNESDAY.plusDays(1)))).contains("今天之间");
        assertThat(wrong(correct(one, FIRST.plusDays(1)))).contains("已经是这样");
        correct(one, WEDNESDAY);
        followed(one, FIRST + " own", FIRST.plusDays(1) + " own", WEDNESDAY + " provincial");
    }

    private static String wrong(Caller.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.page().select("#right-day-error").text();
    }

    private Organisation schoolIn(String county) {
        return regions.organisation(SampleSchool.in(county, house)).orElseThrow();
    }

    private Said open(Organisation one) {
        return parentSchools.open(one, PlatformKind.OWN, FIRST, by);
    }

    private Caller.Answer correct(Organisation one, LocalDate day) {
        String path = "/console/schools/" + one.id() + "/correction";
        return staff(hire("city", Role.PROVINCE_OFFICER, "33"))
                .post(path, Map.of("day", day.toString()));
    }

    /** The county's list tells that the school is no more. */
    private void list(Organisation one, LocalDate ends) {
        String list =
                """
                学校代码,学校名称,办学类型,教育集团,停办日期
                1,%s,小学,%s,%s
                """
                        .formatted(one.name(), one.group(), ends);
        assertThat(lists.take(list.getBytes(StandardCharsets.UTF_8), one.county()).good()).isTrue();
        assertThat(regions.ended(List.of(one.id()), ends)).containsKey(one.id());
    }

    private long steps(Organisation one) {
        return jdbc.sql("select count(*) from schools.parent_school where organisation = :id")
                .param("id", one.id())
                .query(Long.class)
                .single();
    }

    /** Waits until the figures follow what was told: days and what holds from each on. */
    private void followed(Organisation one, String... told) {
        await().atMost(LONGEST_WAIT)
                .untilAsserted(() ->
                        assertThat(
                                        jdbc.sql(
                                                        """
                                                        select since || ' ' || coalesce(
                                                            platform, 'null')
                                                        from statistics.parent_school
                                                        where organisation_id = :id
                                                        order by since
                                                        """)
                                                .param("id", one.id())
                                                .query(String.class)
                                                .list())
                                .containsExactly(told));
    }
}
