package org.jiaxue.statistics.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiaxue.statistics.sheet.Sheet.Cell;
import org.junit.jupiter.api.Test;

class FilesTests {

    private static final Sheet SHEET =
            new Sheet(
                    "数据",
                    List.of("代码", "名称", "所", "比例"),
                    List.of(
                            row("33", "浙江省", new Cell.Whole(6_133), share("0.150")),
                            row("3301", "=1+1", new Cell.Whole(0), new Cell.Words("不足 10 位")),
                            row("3302", "a \"b\", c\r\nd", new Cell.Whole(7), share("1.000")),
                            row("3303", "+86", new Cell.Whole(1), share("0.000")),
                            row("3304", "-1", new Cell.Whole(1), share("0.000")),
                            row("3305", "@SUM(A1)", new Cell.Whole(1), share("0.000")),
                            row("3306", "\t=1", new Cell.Whole(1), share("0.000")),
                            row("3307", "  =1", new Cell.Whole(1), share("0.000")),
                            row("3308", "＝1", new Cell.Whole(1), share("0.000"))),
                    "说明",
                    List.of(new Sheet.Said("统计内容", "=cmd()")));

    @Test
    void a_csv_has_a_mark_of_its_encoding_and_lines_as_the_standard_says() {
        String text = new String(CsvFile.of(SHEET), StandardCharsets.UTF_8);

        assertThat(text).startsWith("\uFEFF代码,名称,所,比例\r\n33,浙江省,6133,15.0%\r\n");
        assertThat(text).contains("\"a \"\"b\"\", c\r\nd\",7,100.0%\r\n").endsWith("\r\n");
    }

    @Test
    void a_name_in_a_csv_is_never_the_beginning_of_a_formula() {
        List<CsvRecord> records;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .ofCsvRecord(
                                new String(CsvFile.of(SHEET), StandardCharsets.UTF_8)
                                        .substring(1))) {
            records = reader.stream().toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }

        assertThat(records).hasSize(SHEET.rows().size() + 1);
        assertThat(records.stream().map(record -> record.getField(1)).skip(4))
                .allMatch(name -> name.startsWith("'"));
        assertThat(records.get(2).getField(1)).isEqualTo("'=1+1");
        assertThat(records.get(2).getField(3)).isEqualTo("不足 10 位");
    }

    @Test
    void numbers_in_an_excel_file_are_numbers_and_shares_are_percentages() throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(ExcelFile.of(SHEET)))) {
            List<Row> rows = book.getFirstSheet().read();

            assertThat(book.getFirstSheet().getName()).isEqualTo("数据");
            assertThat(rows.get(1).getCell(2).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCellAsNumber(2)).contains(BigDecimal.valueOf(6_133));
            assertThat(rows.get(1).getCell(3).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCell(3).asNumber()).isEqualByComparingTo("0.15");
            assertThat(rows.get(2).getCell(3).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(2).getCellText(3)).isEqualTo("不足 10 位");
            assertThat(book.getSheet(1).orElseThrow().read().getFirst().getCellText(0))
                    .isEqualTo("统计内容");
        }
        assertThat(entry("xl/styles.xml")).contains("0.0%");
    }

    @Test
    void words_in_an_excel_file_are_never_formulas_and_its_head_stays_in_sight()
            throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(ExcelFile.of(SHEET)))) {
            assertThat(book.getFirstSheet().read().stream().skip(1))
                    .allMatch(row -> row.getCell(1).getType() == CellType.STRING);
        }
        String page = entry("xl/worksheets/sheet1.xml");
        assertThat(page)
                .doesNotContain("<f>")
                .contains("state=\"frozen\"")
                .contains("ySplit=\"1\"");
        assertThat(entry("xl/worksheets/sheet2.xml")).doesNotContain("<f>");
    }

    private static String entry(String name) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(ExcelFile.of(SHEET)).get()) {
            return new String(
                    zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Cell> row(String code, String name, Cell number, Cell share) {
        return List.of(new Cell.Words(code), new Cell.Words(name), number, share);
    }

    private static Cell share(String share) {
        return new Cell.Share(new BigDecimal(share));
    }
}
