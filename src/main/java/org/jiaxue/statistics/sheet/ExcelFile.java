package org.jiaxue.statistics.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jiaxue.statistics.sheet.Sheet.Cell;

/**
 * A sheet as an Excel workbook (ECMA-376): the table with its head and names frozen, and a page
 * that says what it is. Words are stored as words and never as formulas.
 */
public final class ExcelFile {

    private static final String WHOLE = "#,##0";
    private static final String PERCENT = "0.0%";
    private static final int NAMES = 2;
    private static final double CODE_WIDTH = 14;
    private static final double NAME_WIDTH = 24;
    private static final double FIGURE_WIDTH = 26;
    private static final double SENTENCE_WIDTH = 100;

    private ExcelFile() {}

    public static byte[] of(Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Jiaxue", null)) {
            figures(book.newWorksheet(sheet.name()), sheet);
            about(book.newWorksheet(sheet.aboutName()), sheet);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void figures(Worksheet page, Sheet sheet) {
        page.width(0, CODE_WIDTH);
        page.width(1, NAME_WIDTH);
        page.freezePane(NAMES, 1);
        for (int column = 0; column < sheet.head().size(); column++) {
            if (column >= NAMES) {
                page.width(column, FIGURE_WIDTH);
            }
            page.value(0, column, sheet.head().get(column));
            page.style(0, column).bold().wrapText(true).set();
        }
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<Cell> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(page, row + 1, column, cells.get(column));
            }
        }
    }

    private static void write(Worksheet page, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Words(String words) -> page.value(row, column, words);
            case Cell.Whole(long number) -> {
                page.value(row, column, number);
                page.style(row, column).format(WHOLE).set();
            }
            case Cell.Share(var share) -> {
                page.value(row, column, share);
                page.style(row, column).format(PERCENT).set();
            }
        }
    }

    private static void about(Worksheet page, Sheet sheet) {
        page.width(0, NAME_WIDTH);
        page.width(1, SENTENCE_WIDTH);
        for (int row = 0; row < sheet.about().size(); row++) {
            Sheet.Said said = sheet.about().get(row);
            page.value(row, 0, said.word());
            page.style(row, 0).bold().verticalAlignment("top").set();
            page.value(row, 1, said.sentence());
            page.style(row, 1).wrapText(true).set();
        }
    }
}
