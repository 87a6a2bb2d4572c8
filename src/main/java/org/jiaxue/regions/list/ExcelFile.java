package org.jiaxue.regions.list;

import java.util.Arrays;
import org.jiaxue.regions.workbook.Workbook;

/** Reads the first sheet of an XLSX workbook. */
final class ExcelFile {

    private static final byte[] OLD_MARK = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private ExcelFile() {}

    static boolean is(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
    }

    /** The format before 2007, which is also that of a workbook locked with a password. */
    static boolean isOld(byte[] bytes) {
        return bytes.length >= OLD_MARK.length
                && Arrays.equals(bytes, 0, OLD_MARK.length, OLD_MARK, 0, OLD_MARK.length);
    }

    /** Hands over the rows until the taker has enough. */
    static void each(byte[] bytes, Line.Taker taker) {
        Workbook.read(
                bytes,
                ListReader.MOST_COLUMNS,
                (row, cells) ->
                        taker.take(
                                new Line(
                                        row,
                                        cells.stream()
                                                .map(it -> new Line.Cell(it.text(), it.formula()))
                                                .toList())));
    }
}
