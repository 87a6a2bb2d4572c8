package org.jiaxue.regions.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jiaxue.Caller;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolLists;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.TextsFinder;
import org.jiaxue.web.Viewer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class ListPageTests {

    private static final String PATH = "/console/schools/import";
    private static int hired;

    @LocalServerPort int port;
    @Autowired People people;
    @Autowired Regions regions;
    @Autowired TextsFinder texts;
    @Autowired SchoolLists lists;
    @Autowired JdbcClient jdbc;

    private Caller officer = Caller.visitor(0, "en");

    @BeforeEach
    void hire() {
        jdbc.sql("delete from regions.listed_school").update();
        jdbc.sql("delete from regions.organisation").update();
        officer = staff(new Grant(Role.COUNTY_OFFICER, "330102"));
    }

    @Test
    void an_officer_looks_confirms_and_reads_what_became_of_it() {
        Caller.Answer brought = bring(officer, "330102", list("一小", "二小"));
        assertThat(brought.status()).isEqualTo(303);
        assertThat(regions.schools("330102")).isEmpty();

        Caller.Answer seen = officer.get(brought.location());
        assertThat(seen.words()).contains("2 schools: 2 new", "一小", "二小");
        Caller.Answer taken = officer.post(brought.location(), Map.of());
        assertThat(taken.status()).isEqualTo(303);
        assertThat(officer.get(taken.location()).words())
                .contains("The list of Shangcheng District is taken", "2 schools");
        assertThat(regions.schools("330102")).hasSize(2);
        assertThat(officer.post(brought.location(), Map.of()).status()).isEqualTo(404);

        Caller.Answer again = bring(officer, "330102", list("第一小学", "二小"));
        assertThat(officer.get(again.location()).words())
                .contains("1 changed", "School name: 一小 → 第一小学");
    }

    @Test
    void a_fault_comes_back_with_its_row_and_column_and_nothing_is_taken() {
        Caller.Answer refused = bring(officer, "330102", list("一小", "=1+1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains(
                        "1 places need mending",
                        "Nothing was taken",
                        "3 学校名称 “=1+1” begins with =");
        assertThat(refused.page().select("form[method=post][action*=import]")).isEmpty();
        assertThat(regions.schools("330102")).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_beside_the_form_with_its_place() throws Exception {
        byte[] gbk = Lists.in(Charset.forName("GBK"), "code,name,type", "1,上城小学,小学");
        Caller.Answer encoding = bring(officer, "330102", gbk);
        assertThat(encoding.status()).isEqualTo(422);
        assertThat(encoding.words()).contains("Row 2 is not UTF-8 from byte 3 on");

        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        byte[] bomb =
                Lists.workbook(
                        out -> {
                            for (int i = 0; i < 200; i++) {
                                out.write(blanks);
                            }
                        },
                        "<sst></sst>");
        Caller.Answer packed = bring(officer, "330102", bomb);
        assertThat(packed.status()).isEqualTo(422);
        assertThat(packed.words()).contains("xl/worksheets/sheet1.xml", "packed over 100 times");
        assertThat(bring(officer, "330102", new byte[0]).words()).contains("No file was chosen");
        assertThat(bring(officer, "330102", new byte[5 << 20]).status()).isBetween(413, 422);
        assertThat(regions.schools("330102")).isEmpty();
    }

    @Test
    void a_workbook_that_would_fill_the_memory_is_refused_in_a_sentence_and_changes_nothing()
            throws Exception {
        Caller.Answer brought = bring(officer, "330102", list("一小", "二小"));
        officer.post(brought.location(), Map.of());
        List<Organisation> before = regions.schools("330102");
        String row = Lists.heading() + "<row r=\"2\">%s</row>";
        Lists.Part far = Lists.text(row.formatted("<c r=\"ZZZZZZ1\"><v>1</v></c>"));
        Lists.Part shared = Lists.text(row.formatted("<c t=\"s\"><v>2000000000</v></c>"));
        Lists.Part wide =
                Lists.joined(
                        Lists.text(Lists.heading() + "<row>"),
                        Lists.repeated("<c><v>1</v></c>", 1_000_000),
                        Lists.text("</row>"));
        Lists.Part texts =
                Lists.joined(
                        Lists.text("<sst>"),
                        Lists.repeated("<row/>", 20_001),
                        Lists.repeated("<si/>", 30_000_000),
                        Lists.text("</sst>"));
        Lists.Part none = Lists.text("<sst/>");

        assertRefused(Lists.workbook("s.bin", far, none), "Row 2", "“ZZZZZZ1”");
        assertRefused(Lists.workbook("s.bin", shared, none), "Row 2", "“2000000000”");
        assertRefused(Lists.workbook("s.xml", wide, none), "Row 2 has over 40 columns");
        assertRefused(Lists.workbook("s.xml", far, texts), "xl/sharedStrings.xml", "packed over");
        assertThat(regions.schools("330102")).isEqualTo(before).hasSize(2);
    }

    private void assertRefused(byte[] file, String... sentence) {
        Caller.Answer answer = bring(officer, "330102", file);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words()).contains(sentence);
    }

    @Test
    void every_school_of_the_longest_list_is_found_and_can_be_staffed() {
        String[] lines = new String[Regions.MOST_SCHOOLS + 1];
        lines[0] = "学校代码,学校名称,办学类型,英文名称,教育集团";
        for (int i = 1; i < lines.length; i++) {
            lines[i] =
                    "%d,第%04d学校,小学,School No. %d,%s".formatted(i, i, i, i % 2 == 0 ? "东城集团" : "");
        }
        lists.take(Lists.csv(lines), "330102");
        assertThat(regions.schools("330102")).hasSize(Regions.MOST_SCHOOLS);

        String desk = "/console/schools?county=330102";
        assertThat(officer.get(desk).words())
                .contains("5,000 schools", "4,900 more are not listed");
        assertThat(officer.get(desk + "&q=" + Caller.encode("4999学校")).words())
                .contains("1 school", "第4999学校")
                .doesNotContain("more are not listed");
        assertThat(officer.get(desk + "&q=" + Caller.encode("集团 4998")).words())
                .contains("1 school", "东城集团 第4998学校");
        assertThat(officer.get(desk + "&q=NO.+4997").words()).contains("第4997学校");
        assertThat(officer.get(desk + "&q=%25").words()).contains("Nothing found");

        for (String page : List.of("/console/staff?node=330102", "/console/audit?node=330102")) {
            Caller.Answer all = officer.get(page);
            assertThat(all.words()).contains("4,900 more are not shown");
            assertThat(all.page().select("#node option")).hasSize(100);
            assertThat(officer.get(page + "&q=4999").page().select("#node option"))
                    .extracting(Element::text)
                    .containsExactly("第4999学校");
        }
        String node =
                officer.get("/console/staff?node=330102&q=4999")
                        .page()
                        .select("#node option")
                        .attr("value");
        assertThat(officer.get("/console/staff?node=" + node).words()).contains("第4999学校");
        assertThat(officer.get("/console/staff?node=330102&q=9999").words())
                .contains("No school of this county has that in its name");
    }

    @Test
    void a_list_is_brought_for_ones_own_counties_alone() {
        assertThat(bring(officer, "330106", list("一小", "二小")).status()).isEqualTo(403);
        Caller teacher = staff(new Grant(Role.TEACHER, "330102"));
        assertThat(teacher.get(PATH).status()).isEqualTo(403);
        assertThat(teacher.get(PATH + "/template.csv").status()).isEqualTo(403);

        Caller city = staff(new Grant(Role.CITY_OFFICER, "3301"));
        assertThat(city.get(PATH).page().select("#county option")).hasSize(13);
        Caller.Answer brought = bring(city, "330106", list("一小", "二小"));
        assertThat(brought.status()).isEqualTo(303);
        assertThat(officer.get(brought.location()).status()).isEqualTo(404);
        Caller province = staff(new Grant(Role.PROVINCE_OFFICER, "44"));
        assertThat(province.get(PATH).page().select("#county option[value=441900]")).hasSize(1);
    }

    @Test
    void the_templates_are_read_back_in_both_languages() throws Exception {
        for (String language : List.of("zh", "en")) {
            String csv = officer.get(PATH + "/template.csv?language=" + language).body();
            assertThat(csv)
                    .startsWith("\uFEFF")
                    .contains(language.equals("en") ? "School code" : "学校代码");
            ByteArrayOutputStream filled = new ByteArrayOutputStream();
            filled.writeBytes(csv.getBytes(StandardCharsets.UTF_8));
            filled.writeBytes("1,一小,小学\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(ListReader.read(filled.toByteArray()).schools()).hasSize(1);

            byte[] xlsx = ListTemplate.xlsx(texts.of(Locale.forLanguageTag(language)));
            assertThat(headings(xlsx)).hasSize(Column.values().length).doesNotContain("");
        }
    }

    private static List<String> headings(byte[] xlsx) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertThat(workbook.getSheets()).hasSize(2);
            return workbook.getFirstSheet().read().getFirst().stream()
                    .map(it -> it.getText())
                    .toList();
        }
    }

    private static byte[] list(String first, String second) {
        return Lists.csv(Lists.HEAD, "1," + first + ",小学", "2," + second + ",小学");
    }

    private static Caller.Answer bring(Caller caller, String county, byte[] file) {
        return caller.upload(PATH, Map.of("county", county), "list.csv", file);
    }

    private Caller staff(Grant grant) {
        StaffId staff =
                people.hire("list.officer" + ++hired, "陆遥", "a-long-password", List.of(grant));
        String token =
                people.issueToken(staff, Set.of(Viewer.Scope.STAFF), Duration.ofHours(9)).token();
        return Caller.with(port, "en", token);
    }
}
