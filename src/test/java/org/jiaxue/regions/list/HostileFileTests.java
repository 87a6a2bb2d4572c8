package org.jiaxue.regions.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolListReport.Fault;
import org.jiaxue.web.Refusal;
import org.junit.jupiter.api.Test;

/** What a list may not be: each is refused with its place, before memory grows. */
class HostileFileTests {

    private static final String TABLE = "<sst></sst>";
    private static final String ADDRESS = "regions.list.excel-address";
    private static final String TEXT = "regions.list.excel-text";

    @Test
    void another_encoding_is_named_with_its_row_and_byte() {
        byte[] gbk = Lists.in(Charset.forName("GBK"), "code,name,type", "1,上城小学,小学");
        refuses(gbk, "regions.list.not-utf8", 2, 3);

        byte[] late = Lists.csv(Lists.HEAD, "1,一小,小学", "2,二小,小学");
        late[late.length - 1] = (byte) 0xFF;
        refuses(late, "regions.list.not-utf8", 3, 13);

        refuses(("\uFEFF" + Lists.HEAD).getBytes(StandardCharsets.UTF_16LE), "regions.list.utf16");
        byte[] marked = ("\uFEFF" + Lists.HEAD + "\n1,一小,小学").getBytes(StandardCharsets.UTF_8);
        assertThat(read(marked).faults()).isEmpty();
    }

    @Test
    void a_missing_column_is_named_in_both_languages() {
        assertThat(read(Lists.csv("学校代码,学校名称,地址", "1,一小,某路")).faults())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.row()).isEqualTo(1);
                    assertThat(it.column()).isEqualTo("办学类型 / School type");
                    assertThat(it.key()).isEqualTo("regions.list.no-column");
                });
        assertThat(read(Lists.csv("学校代码;学校名称;办学类型", "1;一小;小学")).faults())
                .extracting(Fault::key)
                .containsOnly("regions.list.separator");
        assertThat(read(Lists.csv(Lists.HEAD + ",名称", "1,一小,小学,二")).faults())
                .extracting(Fault::column, Fault::key)
                .containsExactly(Tuple.tuple("名称", "regions.list.column-twice"));
    }

    @Test
    void a_hundred_thousand_rows_are_refused_at_the_row_where_the_bound_lies() {
        byte[] csv =
                Lists.csv(
                        Stream.concat(
                                        Stream.of(Lists.HEAD),
                                        IntStream.range(0, 100_000)
                                                .mapToObj(i -> i + ",校" + i + ",小学"))
                                .toArray(String[]::new));
        assertThat(csv.length).isLessThan(ListReader.MOST_BYTES);
        refuses(csv, "regions.list.too-many", Regions.MOST_SCHOOLS, 5_002);

        byte[] xlsx =
                Lists.xlsx(sheet -> {
                    Lists.row(sheet, 0, "学校代码", "学校名称", "办学类型");
                    for (int i = 1; i <= 100_000; i++) {
                        Lists.row(sheet, i, "c" + i, "校" + i, "小学");
                    }
                });
        refuses(xlsx, "regions.list.too-many", Regions.MOST_SCHOOLS, 5_002);
    }

    @Test
    void blank_rows_do_not_count_until_there_are_too_many() {
        String[] lines = new String[ListReader.MOST_LINES + 2];
        Arrays.fill(lines, ",,");
        lines[0] = Lists.HEAD;
        lines[1] = "1,一小,小学";
        assertThat(read(Lists.csv(Arrays.copyOf(lines, ListReader.MOST_LINES))).schools())
                .hasSize(1);
        refuses(
                Lists.csv(lines),
                "regions.list.too-many",
                Regions.MOST_SCHOOLS,
                ListReader.MOST_LINES + 1);
    }

    @Test
    void more_bytes_columns_or_characters_than_a_list_has_are_refused() {
        refuses(new byte[ListReader.MOST_BYTES + 1], "regions.list.too-large", 4);
        refuses(
                Lists.csv(Lists.HEAD + ",x".repeat(40), "1,一小,小学"),
                "regions.list.many-columns",
                1,
                ListReader.MOST_COLUMNS);
        byte[] wide = Lists.csv(Lists.HEAD, "1,\"" + "长".repeat(100_000) + "\",小学");
        assertThat(read(wide).faults())
                .extracting(Fault::row, Fault::column, Fault::key)
                .containsExactly(Tuple.tuple(2, "学校名称", "regions.list.too-long"));
        refuses(Lists.csv(Lists.HEAD, "1,\"一小,小学", "2,二小,小学"), "regions.list.csv-broken", 2);
        refuses(new byte[0], "regions.list.empty");
        refuses(Lists.csv(Lists.HEAD), "regions.list.no-rows");
    }

    @Test
    void a_zip_bomb_as_a_workbook_is_refused_before_it_is_unpacked() throws Exception {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        byte[] bomb =
                Lists.workbook(
                        out -> {
                            for (int i = 0; i < 512; i++) {
                                out.write(blanks);
                            }
                        },
                        TABLE);
        assertThat(bomb.length).isLessThan(ListReader.MOST_BYTES);
        long before = used();
        refuses(bomb, "regions.list.unpacked", "xl/worksheets/sheet1.xml", 32L);
        assertThat(used() - before).isLessThan(64L << 20);
    }

    @Test
    void a_workbook_past_the_bound_when_unpacked_is_refused_though_it_is_packed_loosely()
            throws Exception {
        Random random = new Random(7);
        byte[] noise = new byte[300];
        byte[] large =
                Lists.workbook(
                        out -> {
                            for (int i = 0; i < 10_000; i++) {
                                random.nextBytes(noise);
                                out.write(
                                        (HexFormat.of().formatHex(noise) + " ".repeat(3_000))
                                                .getBytes(StandardCharsets.UTF_8));
                            }
                        },
                        TABLE);
        assertThat(large.length).isLessThan(ListReader.MOST_BYTES);
        refuses(large, "regions.list.unpacked", "xl/worksheets/sheet1.xml", 32L);
    }

    @Test
    void a_workbook_that_claims_what_cannot_be_is_refused_whatever_its_part_is_called()
            throws Exception {
        for (String part : new String[] {"worksheets/sheet1.xml", "s.bin", "media/image1.png"}) {
            refuses(claims(part, "<c r=\"ZZZZZZ1\"><v>1</v></c>"), ADDRESS, 2, "ZZZZZZ1");
            refuses(claims(part, "<c r=\"XFE2\"><v>1</v></c>"), ADDRESS, 2, "XFE2");
            refuses(claims(part, shared("2000000000")), TEXT, 2, "2000000000");
            refuses(claims(part, shared("-1")), TEXT, 2, "-1");
            refuses(claims(part, shared("<x/>200<!-- -->0000")), TEXT, 2, "2000000");
            refuses(claims(part, shared("0")), TEXT, 2, "0");
        }
        byte[] far = Lists.workbook(Lists.text("<row r=\"2000000000\"></row>"), TABLE);
        refuses(far, ADDRESS, 1, "2000000000");
    }

    @Test
    void what_no_spreadsheet_writes_is_said_to_be_broken_with_its_row() throws Exception {
        for (String cell :
                new String[] {
                    "<c r=\"A2\" t=\"?\"><v>1</v></c>",
                    "<c r=\"A2\"><v>1</v>",
                    "<c r=\"A2\"><v>one</v></c>",
                }) {
            refuses(claims("worksheets/sheet1.xml", cell), "regions.list.excel-broken", 2);
        }
        String entity = "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst>&b;</sst>";
        refuses(
                Lists.workbook(Lists.text(Lists.heading()), entity),
                "regions.list.excel-broken",
                1);
        refuses(
                Lists.workbook(Lists.repeated("<x>", 100_000), TABLE),
                "regions.list.excel-broken",
                1);
    }

    @Test
    void shared_texts_without_end_are_refused_though_rows_stand_before_them() throws Exception {
        byte[] file =
                Lists.workbook(
                        "worksheets/sheet1.xml",
                        Lists.text(Lists.heading() + "<row r=\"2\">" + shared("1") + "</row>"),
                        Lists.joined(
                                Lists.text("<sst>"),
                                Lists.repeated("<row/>", 20_001),
                                Lists.repeated("<si><t>x</t></si>", 8_000_000),
                                Lists.text("</sst>")));
        assertThat(file.length).isLessThan(ListReader.MOST_BYTES);
        long before = used();
        refuses(file, "regions.list.ratio", "xl/sharedStrings.xml", 100L);
        assertThat(used() - before).isLessThan(64L << 20);
    }

    @Test
    void a_row_without_end_is_refused_wherever_it_stands() throws Exception {
        Lists.Part giant =
                Lists.joined(
                        Lists.text("<row>"),
                        Lists.repeated("<c><v>1</v></c>", 1_000_000),
                        Lists.text("</row>"));
        refuses(
                Lists.workbook(Lists.joined(Lists.text(Lists.heading()), giant), TABLE),
                "regions.list.many-columns",
                2,
                ListReader.MOST_COLUMNS);
        refuses(
                Lists.workbook(
                        Lists.joined(
                                Lists.text(Lists.heading()),
                                Lists.repeated("<row/>", ListReader.MOST_LINES),
                                giant),
                        TABLE),
                "regions.list.too-many",
                Regions.MOST_SCHOOLS,
                ListReader.MOST_LINES + 1);
        byte[] blank =
                Lists.workbook(
                        Lists.joined(
                                Lists.text(Lists.heading() + "<row>"),
                                Lists.repeated("<c/>", 1_000_000),
                                Lists.text("</row>")),
                        TABLE);
        refuses(blank, ADDRESS, 2, "XFE2");
    }

    @Test
    void formulas_are_told_and_never_written_out() throws Exception {
        String base = "<f t=\"shared\" si=\"0\" ref=\"D2:D9\">" + "A1+".repeat(100_000) + "A1</f>";
        StringBuilder rows = new StringBuilder(Lists.heading());
        rows.append("<row r=\"2\"><c r=\"D2\">").append(base).append("<v>1</v></c></row>");
        for (int i = 3; i < 3_000; i++) {
            rows.append("<row r=\"").append(i).append("\">");
            rows.append("<c r=\"D").append(i);
            rows.append("\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row>");
        }
        byte[] file = Lists.workbook(Lists.text(rows.toString()), TABLE);

        assertThat(read(file).faults())
                .hasSize(500)
                .contains(new Fault(2, "D", "regions.list.formula", List.of()));
    }

    @Test
    void an_honest_list_passes_however_large_and_however_much_of_it_is_formatted() {
        byte[] file =
                Lists.xlsx(sheet -> {
                    Lists.row(sheet, 0, "学校代码", "学校名称", "办学类型", "英文名称", "备注");
                    for (int i = 1; i <= Regions.MOST_SCHOOLS; i++) {
                        String number = String.valueOf(i);
                        Lists.row(sheet, i, number, "校" + i, "小学", "School " + i, "略");
                    }
                    sheet.range(0, 0, 15_000, 49).style().borderStyle("thin").set();
                });

        ListReader.Reading reading = read(file);

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.schools()).hasSize(Regions.MOST_SCHOOLS);
    }

    private static byte[] claims(String part, String cell) throws IOException {
        Lists.Part sheet = Lists.text(Lists.heading() + "<row r=\"2\">" + cell + "</row>");
        return Lists.workbook(part, sheet, Lists.text(TABLE));
    }

    private static String shared(String index) {
        return "<c r=\"A2\" t=\"s\"><v>" + index + "</v></c>";
    }

    @Test
    void what_is_no_workbook_is_said_to_be_none() {
        refuses(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "regions.list.excel-broken", 1);
        byte[] old = new byte[512];
        byte[] mark = {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 26, (byte) 0xE1
        };
        System.arraycopy(mark, 0, old, 0, mark.length);
        refuses(old, "regions.list.old-excel");
    }

    private static ListReader.Reading read(byte[] bytes) {
        return ListReader.read(bytes);
    }

    private static void refuses(byte[] bytes, String code, Object... args) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.problem().code()).isEqualTo(code);
                            assertThat(it.problem().args()).containsExactly(args);
                        });
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
