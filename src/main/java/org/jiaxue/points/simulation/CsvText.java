package org.jiaxue.points.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jiaxue.points.simulation.Table.Cell;

/**
 * A table as comma-separated values (RFC 4180), with a byte order mark, by which spreadsheets know
 * the encoding.
 */
public final class CsvText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a spreadsheet takes for the beginning of a formula, or skips before one. */
    private static final String BEGINS_FORMULA = "=+-@＝＋－＠\t\r\n";

    private CsvText() {}

    /**
     * Writes a table.
     *
     * @param few what stands where a figure is withheld
     */
    public static String of(Table table, String few) {
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(table.head());
            for (List<Cell> row : table.rows()) {
                csv.writeRecord(row.stream().map(it -> field(it, few)).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** An apostrophe before what would be calculated, as a spreadsheet itself marks words. */
    private static String field(Cell cell, String few) {
        String text = Table.text(cell, few);
        boolean formula =
                cell instanceof Cell.Said
                        && !text.isBlank()
                        && BEGINS_FORMULA.indexOf(text.stripLeading().charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
