package org.jiaxue.regions.list;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an XLSX workbook, once {@link ExcelGuard} has let it in. */
final class ExcelFile {

    /** A number with a longer plain form is none that a list would hold. */
    private static final int MOST_DIGITS = 30;

    private static final int OLD_MARK = 8;

    private ExcelFile() {}

    static boolean is(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
    }

    /** The format before 2007, which is also that of a workbook locked with a password. */
    static boolean isOld(byte[] bytes) {
        return bytes.length >= OLD_MARK && ReadableWorkbook.isOLE2Header(bytes);
    }

    /** Hands over the rows until the taker has enough. */
    static void each(byte[] bytes, Line.Taker taker) {
        ExcelGuard.check(bytes);
        int row = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                Row one = all.next();
                row = one.getRowNum();
                if (!taker.take(new Line(row, cells(one)))) {
                    return;
                }
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            // The reader tells a workbook that it cannot make sense of by exceptions of any kind.
            throw broken(row + 1);
        }
    }

    static Refusal broken(int row) {
        return new Refusal(Problem.unprocessable("regions.list.excel-broken", row));
    }

    private static List<Line.Cell> cells(Row row) {
        List<Line.Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(ExcelFile::cell).orElse(Line.Cell.EMPTY));
        }
        return cells;
    }

    private static Line.Cell cell(Cell cell) {
        boolean formula = cell.getFormula() != null;
        @Nullable Object value = cell.getValue();
        if (cell.getType() == CellType.NUMBER && value instanceof BigDecimal number) {
            return new Line.Cell(plain(number), formula);
        }
        return new Line.Cell(Optional.ofNullable(cell.getRawValue()).orElse(""), formula);
    }

    /** A whole number as its digits: a code that was typed as a number keeps its form. */
    private static String plain(BigDecimal number) {
        return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
