package org.jiaxue.regions.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.SchoolListReport.Fault;
import org.jiaxue.regions.SchoolStage;
import org.junit.jupiter.api.Test;

class ListReaderTests {

    private static final ListedSchool NINE =
            new ListedSchool(
                    2,
                    "3301050012",
                    "文澜实验学校",
                    "Wenlan Experimental School",
                    Organisation.Kind.SCHOOL,
                    Set.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR),
                    "卖鱼桥小学教育集团",
                    new Organisation.Place(
                            new BigDecimal("120.144000"), new BigDecimal("30.316500")),
                    LocalDate.of(2015, 9, 1),
                    null);

    @Test
    void the_same_list_reads_alike_from_csv_and_a_workbook_in_either_language() {
        byte[] csv =
                Lists.csv(
                        "\uFEFF办学类型,学校 代码*,学校名称,英文名称,教育集团,经度,纬度,开办日期,备注",
                        "九年一贯制学校,3301050012,文澜实验学校,Wenlan Experimental School,"
                                + "卖鱼桥小学教育集团,120.144,30.3165,2015年9月1日,略");
        byte[] xlsx =
                Lists.xlsx(sheet -> {
                    Lists.row(
                            sheet,
                            0,
                            "CODE",
                            "School name",
                            "School type",
                            "English name",
                            "Education group",
                            "Longitude",
                            "Latitude",
                            "Opened on",
                            "Remark");
                    sheet.value(1, 0, 3301050012L);
                    sheet.value(1, 1, "文澜实验学校");
                    sheet.value(1, 2, "nine-year school");
                    sheet.value(1, 3, "Wenlan Experimental School");
                    sheet.value(1, 4, "卖鱼桥小学教育集团");
                    sheet.value(1, 5, 120.144);
                    sheet.value(1, 6, 30.3165);
                    sheet.value(1, 7, LocalDate.of(2015, 9, 1));
                });
        for (byte[] file : List.of(csv, xlsx)) {
            ListReader.Reading reading = ListReader.read(file);
            assertThat(reading.faults()).isEmpty();
            assertThat(reading.schools()).containsExactly(NINE);
            assertThat(reading.unread()).hasSize(1);
        }
    }

    @Test
    void every_fault_is_told_with_its_row_and_the_heading_of_its_column() {
        List<Fault> faults =
                ListReader.read(
                                Lists.csv(
                                        "代码外,学校代码,学校名称,办学类型,学段,经度,纬度,开办日期,停办日期",
                                        "x,1,一小,小学,,,,,",
                                        "x,,二小,补习班,,,,,",
                                        "x,三,三小,小学,大学,200,30,2026-02-30,",
                                        "",
                                        "x,1,,小学,,120,,,",
                                        "x,5,五小,特殊教育学校,,,,2020-01-01,2019-01-01",
                                        "x,6,\"六\n小\",小学,,,,,",
                                        "x,7," + "长".repeat(101) + ",小学,,,,,",
                                        "x,1,八小,小学,,,,,",
                                        "x,9,一小,小学,,,,,"))
                        .faults();

        assertThat(faults)
                .extracting(Fault::row, Fault::column, Fault::key)
                .containsExactly(
                        Tuple.tuple(3, "学校代码", "regions.list.blank"),
                        Tuple.tuple(3, "办学类型", "regions.list.type"),
                        Tuple.tuple(4, "学校代码", "regions.list.code"),
                        Tuple.tuple(4, "学段", "regions.list.stages"),
                        Tuple.tuple(4, "经度", "regions.list.degrees"),
                        Tuple.tuple(4, "经度", "regions.list.half-place"),
                        Tuple.tuple(4, "开办日期", "regions.list.date"),
                        Tuple.tuple(6, "学校名称", "regions.list.blank"),
                        Tuple.tuple(6, "纬度", "regions.list.half-place"),
                        Tuple.tuple(7, "学段", "regions.list.stages-needed"),
                        Tuple.tuple(7, "停办日期", "regions.list.closed-before"),
                        Tuple.tuple(8, "学校名称", "regions.list.control"),
                        Tuple.tuple(10, "学校名称", "regions.list.too-long"),
                        Tuple.tuple(11, "学校代码", "regions.list.code-twice"),
                        Tuple.tuple(12, "学校名称", "regions.list.name-twice"));
        assertThat(faults.get(13).args()).containsExactly("1", 2);
        assertThat(faults.get(14).args()).containsExactly("一小", 2);
    }

    @Test
    void a_formula_is_refused_by_its_place_and_so_is_what_would_become_one() {
        byte[] xlsx =
                Lists.xlsx(sheet -> {
                    Lists.row(sheet, 0, "学校代码", "学校名称", "办学类型", "合计");
                    Lists.row(sheet, 1, "1", "一小", "小学");
                    sheet.formula(1, 3, "SUM(A2:A9)");
                    Lists.row(sheet, 2, "2", "", "小学");
                    sheet.formula(2, 1, "HYPERLINK(\"http://example.org\",\"二小\")");
                });
        assertThat(ListReader.read(xlsx).faults())
                .extracting(Fault::row, Fault::column, Fault::key)
                .containsExactly(
                        Tuple.tuple(2, "合计", "regions.list.formula"),
                        Tuple.tuple(3, "学校名称", "regions.list.formula"));

        for (String sign : List.of("=", "+", "-", "@")) {
            assertThat(
                            ListReader.read(
                                            Lists.csv(
                                                    Lists.HEAD,
                                                    "1,\"" + sign + "cmd|' /C calc'!A0\",小学"))
                                    .faults())
                    .extracting(Fault::row, Fault::column, Fault::key)
                    .containsExactly(Tuple.tuple(2, "学校名称", "regions.list.formula-like"));
        }
    }

    @Test
    void no_more_faults_are_told_than_a_reader_can_take_and_the_rest_are_counted() {
        String[] lines = new String[1_001];
        Arrays.fill(lines, ",,");
        for (int i = 1; i < lines.length; i++) {
            lines[i] = i + ",校" + i + ",私塾";
        }
        lines[0] = Lists.HEAD;
        ListReader.Reading reading = ListReader.read(Lists.csv(lines));
        assertThat(reading.faults()).hasSize(500);
        assertThat(reading.moreFaults()).isEqualTo(500);
    }

    @Test
    void the_stages_of_each_type_are_those_that_it_teaches() {
        assertThat(SchoolType.NINE_YEAR.stages())
                .containsExactlyInAnyOrder(SchoolStage.PRIMARY, SchoolStage.JUNIOR);
        assertThat(SchoolType.stages("小学、初中")).contains(SchoolType.NINE_YEAR.stages());
        assertThat(SchoolType.stages("Primary, junior".toLowerCase(Locale.ROOT)))
                .contains(SchoolType.NINE_YEAR.stages());
        for (SchoolType type : SchoolType.values()) {
            assertThat(SchoolType.of(type.words().zh())).contains(type);
            assertThat(SchoolType.of(type.words().en())).contains(type);
        }
    }
}
