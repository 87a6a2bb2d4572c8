package org.jiaxue.statistics.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jiaxue.statistics.sheet.Sheet.Cell;

/**
 * The table of a sheet as comma-separated values (RFC 4180), in UTF-8 with a byte order mark, by
 * which spreadsheets know the encoding.
 */
public final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a spreadsheet takes for the beginning of a formula, or skips before one. */
    private static final String BEGINS_FORMULA = "=+-@＝＋－＠\t\r\n";

    private CsvFile() {}

    public static byte[] of(Sheet sheet) {
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(sheet.head().stream().map(CsvFile::harmless).toList());
            for (List<Cell> row : sheet.rows()) {
                csv.writeRecord(row.stream().map(CsvFile::field).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(Cell cell) {
        return switch (cell) {
            case Cell.Words(String words) -> harmless(words);
            case Cell.Whole(long number) -> Long.toString(number);
            case Cell.Share(var share) -> share.movePointRight(2).toPlainString() + "%";
        };
    }

    /** An apostrophe before what would be calculated, as a spreadsheet itself marks words. */
    private static String harmless(String words) {
        return begins(words) || begins(words.stripLeading()) ? "'" + words : words;
    }

    private static boolean begins(String words) {
        return !words.isEmpty() && BEGINS_FORMULA.indexOf(words.charAt(0)) >= 0;
    }
}
