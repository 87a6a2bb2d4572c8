package org.jiaxue.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jiaxue.RoomTest;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class RegionsTests {

    @Autowired Regions regions;
    @Autowired DivisionLoader loader;
    @Autowired DivisionStore divisions;
    @Autowired OrganisationStore organisations;
    @Autowired SchoolImport imports;
    @Autowired JdbcClient jdbc;
    @Autowired Times times;

    @Test
    void all_of_zhejiang_is_known_down_to_the_community() {
        assertThat(count("33", 2)).isEqualTo(1);
        assertThat(count("33", 4)).isEqualTo(11);
        assertThat(count("33", 6)).isEqualTo(90);
        assertThat(count("33", 9)).isEqualTo(1_387);
        assertThat(count("33", 12)).isEqualTo(25_547);
    }

    @Test
    void the_rest_of_the_country_is_known_down_to_the_county() {
        assertThat(count("", 2)).isEqualTo(31);
        assertThat(count("", 4)).isEqualTo(342);
        assertThat(count("", 6)).isEqualTo(2_978);
        assertThat(count("", 9)).isEqualTo(count("33", 9));
        assertThat(regions.provinces())
                .hasSize(31)
                .first()
                .extracting(Division::code)
                .isEqualTo("11");
        assertThat(regions.home().code()).isEqualTo("33");
        assertThat(regions.knowsTownships("33")).isTrue();
        assertThat(regions.knowsTownships("11")).isFalse();
    }

    @Test
    void a_province_that_there_is_not_is_refused_in_one_line() {
        for (String wrong : List.of("99", "3301", "zhejiang", "", "3\n3")) {
            assertThatThrownBy(() -> new Regions(loader, divisions, organisations, wrong))
                    .isInstanceOf(UnknownProvince.class)
                    .hasMessageContaining("JIAXUE_PROVINCE must be the two digits of a province")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void municipalities_counties_under_a_province_and_cities_without_counties_have_their_level() {
        assertThat(english("110101")).containsExactly("Beijing", "Districts", "Dongcheng District");
        assertThat(english("500242"))
                .containsExactly(
                        "Chongqing", "Counties", "Youyang Tujia and Miao Autonomous County");
        assertThat(english("419001"))
                .containsExactly("Henan", "Counties directly under the province", "Jiyuan City");
        assertThat(english("441900")).containsExactly("Guangdong", "Dongguan", "Dongguan City");
        assertThat(english("130726").getLast()).isEqualTo("Yu County");
        assertThat(english("130171").getLast())
                .isEqualTo("Shijiazhuang High-Tech Industrial Development Zone");
        assertThat(regions.path("660000")).isEmpty();
    }

    private List<String> english(String code) {
        return regions.path(code).stream().map(it -> it.name().en()).toList();
    }

    @Test
    void a_path_leads_from_the_province_to_the_community() {
        assertThat(regions.path("330102001051"))
                .extracting(it -> it.name().zh())
                .containsExactly("浙江省", "杭州市", "上城区", "清波街道", "清波门社区");
        assertThat(regions.nameOf("330102")).isEqualTo(new Words("上城区", "Shangcheng District"));
        assertThat(regions.path("999999")).isEmpty();
        assertThat(regions.nameOf("999999").zh()).isEqualTo("999999");
    }

    @Test
    void places_have_a_name_for_those_who_do_not_read_chinese() {
        assertThat(regions.nameOf("330102001").en()).isEqualTo("Qingbo Subdistrict");
        assertThat(regions.nameOf("330102001051").en()).isEqualTo("Qingbomen Community");
        assertThat(regions.children("330382"))
                .extracting(it -> it.name().en())
                .contains("Yuecheng Subdistrict");
        int unread =
                jdbc.sql(
                                """
                                select count(*) from regions.division
                                where name_en !~ '^[A-Za-zü'' -]+$'
                                """)
                        .query(Integer.class)
                        .single();
        assertThat(unread).isZero();
    }

    @Test
    void every_division_has_the_one_above_it_and_knows_those_below() {
        assertThat(regions.children("33")).hasSize(11);
        assertThat(regions.children("3301")).hasSize(13).allMatch(it -> it.code().length() == 6);
        assertThat(regions.children("330102001"))
                .isNotEmpty()
                .allMatch(it -> it.parent().orElseThrow().equals("330102001"));
        assertThat(regions.children("330102001051")).isEmpty();
        int orphans =
                jdbc.sql(
                                """
                                select count(*) from regions.division below
                                where length(code) > 2 and not exists (
                                    select from regions.division above
                                    where above.code = left(below.code, case length(below.code)
                                        when 12 then 9 when 9 then 6 when 6 then 4 else 2 end))
                                """)
                        .query(Integer.class)
                        .single();
        assertThat(orphans).isZero();
    }

    @Test
    void what_is_no_code_finds_nothing() {
        for (String code : new String[] {"", "3", "33010", "33' or '1'='1", "３３", "33%", "-1"}) {
            assertThat(regions.find(code)).isEmpty();
            assertThat(regions.children(code)).isEmpty();
        }
    }

    @Test
    void an_unchanged_file_is_not_loaded_again() {
        assertThat(DivisionFile.shipped()).hasSize(2).noneMatch(loader::load);
    }

    @Test
    void the_schools_of_gongshu_are_taken_once_and_planned_ones_are_named() {
        SchoolImport.Report first = imports.starter();
        SchoolImport.Report second = imports.starter();

        assertThat(first.schools() + first.refused().size()).isEqualTo(46);
        assertThat(first.refused())
                .isNotEmpty()
                .allMatch(it -> it.reason() == SchoolImport.Reason.PLANNED)
                .contains(
                        new SchoolImport.Refused(
                                "/0/school/2", "dgzx03", SchoolImport.Reason.PLANNED));
        assertThat(second.changed()).isZero();
        assertThat(second.schools()).isEqualTo(first.schools());
        assertThat(regions.schools("330105"))
                .hasSize(first.schools())
                .anyMatch(it -> it.fullName().equals("大关中学教育集团 董家校区"))
                .allMatch(it ->
                        Optional.ofNullable(it.place()).orElseThrow().latitude().intValue() == 30);
    }

    @Test
    void schools_are_counted_by_county_city_or_province_and_by_stage() throws Exception {
        int schools = imports.starter().schools();
        LocalDate today = times.today();

        assertThat(regions.schoolsByDivision("33", 6, today))
                .containsEntry("330105", (long) schools);
        assertThat(regions.schoolsByDivision("33", 4, today).get("3301"))
                .isGreaterThanOrEqualTo(schools);
        assertThat(regions.schoolsByDivision("330105", 2, today))
                .containsEntry("33", (long) schools);
        assertThat(regions.schoolsByDivision("330105", 6, today.minusDays(1))).isEmpty();
        assertThat(regions.schoolsByDivision("3302", 6, today)).isEmpty();
        assertThat(regions.schools("330105"))
                .filteredOn(it -> it.name().equals("附属小学"))
                .isNotEmpty()
                .allMatch(it -> it.stages().equals(Set.of(SchoolStage.PRIMARY)));
        assertThat(regions.schools("330105"))
                .filteredOn(it -> it.kind() == Organisation.Kind.KINDERGARTEN)
                .isNotEmpty()
                .allMatch(it -> it.stages().equals(Set.of(SchoolStage.KINDERGARTEN)));
    }

    @Test
    void what_cannot_be_taken_is_refused_with_its_place_and_reason() throws Exception {
        SchoolImport.Report report =
                take(
                        """
                        [1,
                         {"id":"","name":"无号"},
                         {"id":"g","name":"某集团","school":[
                           {"id":"a","name":"好学校","lat":"120.1","lng":"30.2"},
                           {"id":"a","name":"又一次"},
                           {"id":"b","name":"%s"},
                           {"id":"c","name":"海里","lat":"0","lng":"0"},
                           {"id":"d","name":7},
                           {"id":"e","name":"两\\u0000头"},
                           {"id":"f","name":"没有地点"}]}]
                        """
                                .formatted("长".repeat(101)));

        assertThat(report.schools()).isEqualTo(2);
        assertThat(report.refused())
                .extracting(SchoolImport.Refused::where, SchoolImport.Refused::reason)
                .containsExactly(
                        Tuple.tuple("/0", SchoolImport.Reason.NO_OBJECT),
                        Tuple.tuple("/1", SchoolImport.Reason.NO_ID),
                        Tuple.tuple("/2/school/1", SchoolImport.Reason.TOLD_TWICE),
                        Tuple.tuple("/2/school/2", SchoolImport.Reason.NAME_TOO_LONG),
                        Tuple.tuple("/2/school/3", SchoolImport.Reason.PLACE_UNREADABLE),
                        Tuple.tuple("/2/school/4", SchoolImport.Reason.NO_NAME),
                        Tuple.tuple("/2/school/5", SchoolImport.Reason.NO_NAME));
    }

    @Test
    void a_file_that_is_no_list_or_too_large_changes_nothing() {
        refuses("", "regions.import.no-array");
        refuses("{}", "regions.import.no-array");
        refuses("[{\"id\":", "regions.import.no-json");
        refuses("[".repeat(5_000), "regions.import.no-json");
        refuses("[" + " ".repeat(SchoolImport.MOST_BYTES), "regions.import.too-large");
        assertThatThrownBy(() -> imports.take(stream("[]"), "3301", "test"))
                .isInstanceOf(Refusal.class);
    }

    private void refuses(String json, String code) {
        assertThatThrownBy(() -> take(json))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.problem().code()).isEqualTo(code));
    }

    private SchoolImport.Report take(String json) throws Exception {
        return imports.take(stream(json), "330106", "test");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private int count(String province, int digits) {
        return jdbc.sql(
                        """
                        select count(*) from regions.division
                        where length(code) = :digits and starts_with(code, :province)
                        """)
                .param("digits", digits)
                .param("province", province)
                .query(Integer.class)
                .single();
    }
}
