package org.jiaxue.regions.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiaxue.RoomTest;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolImport;
import org.jiaxue.regions.SchoolListReport;
import org.jiaxue.regions.SchoolListReport.Changed;
import org.jiaxue.regions.SchoolListReport.Field;
import org.jiaxue.regions.SchoolListReport.Named;
import org.jiaxue.regions.SchoolLists;
import org.jiaxue.regions.SchoolStage;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Times;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class ListingTests {

    private static final String COUNTY = "441900";
    private static final byte[] FIRST =
            Lists.csv(
                    "学校代码,学校名称,办学类型,英文名称,教育集团",
                    "1,一小,小学,First Primary School,东城教育集团",
                    "2,二小,小学,,",
                    "3,三幼,幼儿园,,");

    @Autowired SchoolLists lists;
    @Autowired Listing listing;
    @Autowired TrialStore trials;
    @Autowired Regions regions;
    @Autowired SchoolImport imports;
    @Autowired JdbcClient jdbc;
    @Autowired Times times;

    private final StaffId officer = new StaffId(Ids.next());

    @BeforeEach
    void empty() {
        jdbc.sql("delete from regions.listed_school").update();
        jdbc.sql("delete from regions.organisation").update();
    }

    @Test
    void a_list_is_taken_whole_and_told_again_changes_nothing() {
        SchoolListReport first = lists.take(FIRST, COUNTY);
        List<Organisation> schools = regions.schools(COUNTY);
        SchoolListReport second = lists.take(FIRST, COUNTY);

        assertThat(first.added()).hasSize(3).contains(new Named(2, "1", "一小"));
        assertThat(second.unchanged()).isEqualTo(3);
        assertThat(second.added()).isEmpty();
        assertThat(regions.schools(COUNTY)).isEqualTo(schools);
        assertThat(schools)
                .filteredOn(it -> it.name().equals("一小"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.title().en()).isEqualTo("First Primary School");
                    assertThat(it.fullName()).isEqualTo("东城教育集团 一小");
                    assertThat(it.stages()).containsExactly(SchoolStage.PRIMARY);
                });
        assertThat(regions.schoolsByDivision("44", 4, times.today())).containsEntry("4419", 3L);
    }

    @Test
    void what_is_new_changed_as_it_was_and_missing_is_told_and_the_missing_stay() {
        lists.take(FIRST, COUNTY);
        byte[] next =
                Lists.csv(
                        "学校代码,学校名称,办学类型,英文名称,教育集团,停办日期",
                        "1,第一小学,九年一贯制学校,First Primary School,东城教育集团,",
                        "2,二小,小学,,,",
                        "4,四小,小学,,,");
        SchoolListReport seen = lists.look(next, COUNTY);
        assertThat(regions.schools(COUNTY)).extracting(Organisation::name).doesNotContain("四小");
        SchoolListReport taken = lists.take(next, COUNTY);

        assertThat(taken).isEqualTo(seen);
        assertThat(taken.added()).containsExactly(new Named(4, "4", "四小"));
        assertThat(taken.missing()).containsExactly(new Named(0, "3", "三幼"));
        assertThat(taken.unchanged()).isEqualTo(1);
        assertThat(taken.changed())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.fields())
                                .containsExactly(
                                        new Field("name", "一小", "第一小学"),
                                        new Field(
                                                "stages",
                                                "regions.stage.primary",
                                                "regions.stage.primary,regions.stage.junior")));
        assertThat(regions.schools(COUNTY)).extracting(Organisation::name).contains("三幼");
    }

    @Test
    void a_school_that_the_list_says_has_closed_is_no_longer_among_the_schools() {
        lists.take(FIRST, COUNTY);
        lists.take(
                Lists.csv(
                        "学校代码,学校名称,办学类型,停办日期,开办日期",
                        "1,一小,小学,2025-08-31,1990-09-01",
                        "2,二小,小学,2020-08-31,"),
                COUNTY);

        assertThat(regions.schools(COUNTY)).extracting(Organisation::name).containsExactly("三幼");
        assertThat(regions.schoolsByDivision(COUNTY, 6, LocalDate.of(2000, 1, 1)))
                .isEqualTo(Map.of(COUNTY, 1L));
        assertThat(lists.look(FIRST, COUNTY).changed()).hasSize(2);
    }

    @Test
    void a_school_known_from_elsewhere_keeps_its_identity_and_the_list_has_the_last_word() {
        imports.starter();
        Organisation known = one("330105", "大关中学教育集团 董家校区");
        SchoolListReport report =
                lists.take(Lists.csv("学校代码,学校名称,办学类型,教育集团", "G1,董家校区,完全中学,大关中学教育集团"), "330105");

        assertThat(report.changed()).singleElement().matches(Changed::adopted);
        Organisation listed = one("330105", "大关中学教育集团 董家校区");
        assertThat(listed.id()).isEqualTo(known.id());
        assertThat(listed.stages()).isEqualTo(Set.of(SchoolStage.JUNIOR, SchoolStage.SENIOR));
        imports.starter();
        assertThat(one("330105", "大关中学教育集团 董家校区")).isEqualTo(listed);

        SchoolListReport recoded =
                lists.take(Lists.csv("学校代码,学校名称,办学类型,教育集团", "G2,董家校区,完全中学,大关中学教育集团"), "330105");
        assertThat(recoded.changed()).singleElement().matches(Changed::adopted);
        assertThat(recoded.missing()).isEmpty();
        assertThat(one("330105", "大关中学教育集团 董家校区").id()).isEqualTo(known.id());
    }

    @Test
    void a_single_fault_and_nothing_is_taken() {
        lists.take(FIRST, COUNTY);
        String before = everything();
        SchoolListReport report =
                lists.take(Lists.csv(Lists.HEAD, "1,改名小学,小学", "9,九小,小学", "9,十小,小学"), COUNTY);

        assertThat(report.good()).isFalse();
        assertThat(everything()).isEqualTo(before);
        assertThatThrownBy(() -> lists.take(new byte[] {(byte) 0xC4}, COUNTY))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> lists.take(FIRST, "4419"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problem().code())
                                        .isEqualTo("regions.import.no-county"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_confirmed_list_is_the_one_that_was_seen_and_is_written_to_the_audit() {
        UUID trial = trial(FIRST);
        listing.confirm(trials.find(officer, trial).orElseThrow(), officer);

        assertThat(regions.schools(COUNTY)).hasSize(3);
        assertThat(trials.find(officer, trial)).isEmpty();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from identity.audit
                                        where actor = :actor and deed = 'schools.imported'
                                          and subject like '441900 %'
                                        """)
                                .param("actor", "staff:" + officer)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void what_changed_since_it_was_seen_is_refused_and_nothing_is_taken() {
        UUID trial = trial(FIRST);
        lists.take(Lists.csv(Lists.HEAD, "2,另一所,小学"), COUNTY);
        String before = everything();

        assertThatThrownBy(
                        () -> listing.confirm(trials.find(officer, trial).orElseThrow(), officer))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problem().code())
                                        .isEqualTo("regions.list.changed-since"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_list_waits_for_who_brought_it_alone_and_only_five_do() {
        UUID first = trial(FIRST);
        assertThat(trials.find(new StaffId(Ids.next()), first)).isEmpty();
        for (int i = 0; i < 5; i++) {
            trial(FIRST);
        }
        assertThat(trials.find(officer, first)).isEmpty();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from regions.school_list_trial
                                        where staff_id = :officer
                                        """)
                                .param("officer", officer.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(5);
    }

    @Test
    void a_list_that_nobody_confirms_is_gone_after_a_day() {
        UUID trial = trial(FIRST);
        trials.sweep();
        assertThat(trials.find(officer, trial)).isPresent();
        jdbc.sql(
                        """
                        update regions.school_list_trial
                        set tried_at = tried_at - interval '1 day 1 minute'
                        """)
                .update();
        trials.sweep();
        assertThat(trials.find(officer, trial)).isEmpty();
    }

    @Test
    void five_thousand_schools_are_taken_at_once() {
        String[] lines = new String[Regions.MOST_SCHOOLS + 1];
        lines[0] = Lists.HEAD;
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "c" + i + ",校" + i + ",小学";
        }
        assertThat(lists.take(Lists.csv(lines), COUNTY).added()).hasSize(5_000);
        assertThat(regions.schoolsByDivision(COUNTY, 6, times.today()))
                .containsEntry(COUNTY, 5_000L);
    }

    private UUID trial(byte[] file) {
        return Objects.requireNonNull(listing.look(file, "list.csv", COUNTY, officer).trial());
    }

    private Organisation one(String county, String name) {
        return regions.schools(county).stream()
                .filter(it -> it.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** All that is known of organisations and lists, row by row. */
    private String everything() {
        return jdbc.sql(
                        """
                        select string_agg(line, chr(10)) from (
                            select one::text as line from regions.organisation one
                            union all select listed::text from regions.listed_school listed
                            union all select list::text from regions.school_list list
                            order by line) as lines
                        """)
                .query(String.class)
                .single();
    }
}
