package org.jiaxue.regions.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolListReport.Fault;
import org.junit.jupiter.api.Test;

/** What a workbook may not be: each is refused with its place, before memory grows. */
class HostileWorkbookTests {

    private static final String TABLE = "<sst></sst>";
    private static final String ADDRESS = "regions.list.excel-address";
    private static final String TEXT = "regions.list.excel-text";

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
        Lists.refuses(bomb, "regions.list.unpacked", "xl/worksheets/sheet1.xml", 32L);
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
        Lists.refuses(large, "regions.list.unpacked", "xl/worksheets/sheet1.xml", 32L);
    }

    @Test
    void a_workbook_that_claims_what_cannot_be_is_refused_whatever_its_part_is_called()
            throws Exception {
        for (String part : new String[] {"worksheets/sheet1.xml", "s.bin", "media/image1.png"}) {
            Lists.refuses(claims(part, "<c r=\"ZZZZZZ1\"><v>1</v></c>"), ADDRESS, 2, "ZZZZZZ1");
            Lists.refuses(claims(part, "<c r=\"XFE2\"><v>1</v></c>"), ADDRESS, 2, "XFE2");
            Lists.refuses(claims(part, shared("2000000000")), TEXT, 2, "2000000000");
            Lists.refuses(claims(part, shared("-1")), TEXT, 2, "-1");
            Lists.refuses(claims(part, shared("<x/>200<!-- -->0000")), TEXT, 2, "2000000");
            Lists.refuses(claims(part, shared("0")), TEXT, 2, "0");
        }
        byte[] far = Lists.workbook(Lists.text("<row r=\"2000000000\"></row>"), TABLE);
        Lists.refuses(far, ADDRESS, 1, "2000000000");
    }

    @Test
    void what_no_spreadsheet_writes_is_said_to_be_broken_with_its_row() throws Exception {
        for (String cell :
                new String[] {
                    "<c r=\"A2\" t=\"?\"><v>1</v></c>",
                    "<c r=\"A2\"><v>1</v>",
                    "<c r=\"A2\"><v>one</v></c>",
                }) {
            Lists.refuses(claims("worksheets/sheet1.xml", cell), "regions.list.excel-broken", 2);
        }
        String entity = "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst>&b;</sst>";
        Lists.refuses(
                Lists.workbook(Lists.text(Lists.heading()), entity),
                "regions.list.excel-broken",
                1);
        Lists.refuses(
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
        Lists.refuses(file, "regions.list.ratio", "xl/sharedStrings.xml", 100L);
        assertThat(used() - before).isLessThan(64L << 20);
    }

    @Test
    void a_row_without_end_is_refused_wherever_it_stands() throws Exception {
        Lists.Part giant =
                Lists.joined(
                        Lists.text("<row>"),
                        Lists.repeated("<c><v>1</v></c>", 1_000_000),
                        Lists.text("</row>"));
        Lists.refuses(
                Lists.workbook(Lists.joined(Lists.text(Lists.heading()), giant), TABLE),
                "regions.list.many-columns",
                2,
                ListReader.MOST_COLUMNS);
        Lists.refuses(
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
        Lists.refuses(blank, ADDRESS, 2, "XFE2");
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

        assertThat(Lists.read(file).faults())
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

        ListReader.Reading reading = Lists.read(file);

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
        Lists.refuses(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "regions.list.excel-broken", 1);
        byte[] old = new byte[512];
        byte[] mark = {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 26, (byte) 0xE1
        };
        System.arraycopy(mark, 0, old, 0, mark.length);
        Lists.refuses(old, "regions.list.old-excel");
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
