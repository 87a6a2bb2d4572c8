package org.jiaxue.regions.workbook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a sheet (ECMA-376, part 1, 18.3). A row has room for the columns that are
 * wanted and no others; where a cell says that it stands, and which of the shared texts it says
 * that it holds, is looked at before anything is done with it.
 */
final class Sheet {

    /** As many as a sheet can have; the last column is XFD. */
    static final int MOST_ROWS = 1 << 20;

    static final int MOST_COLUMNS = 1 << 14;

    /** A number with a longer plain form is none that a list would hold. */
    private static final int MOST_DIGITS = 30;

    private static final int LONGEST_NUMBER = 60;
    private static final int SHOWN = 20;
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})[1-9][0-9]{0,6}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,7}");

    private final Workbook.Cell[] cells;
    private int width;
    private int row;
    private int column;

    Sheet(int columns) {
        this.cells = new Workbook.Cell[columns];
    }

    /** The row that was begun last; 0 before the first. */
    int row() {
        return row;
    }

    void each(Elements all, List<String> texts, Workbook.Taker taker) throws XMLStreamException {
        while (all.next() && !all.ends("sheetData")) {
            if (all.starts("row")) {
                begin(all.attribute("r"));
                cells(all, texts);
                if (!taker.take(row, List.copyOf(Arrays.asList(cells).subList(0, width)))) {
                    return;
                }
            }
        }
    }

    private void begin(@Nullable String number) {
        int next = number == null ? row + 1 : whole(number);
        if (next <= row || next > MOST_ROWS) {
            throw misplaced(row + 1, String.valueOf(number));
        }
        row = next;
        column = 0;
        width = 0;
        Arrays.fill(cells, Workbook.Cell.EMPTY);
    }

    private void cells(Elements all, List<String> texts) throws XMLStreamException {
        while (all.next() && !all.ends("row")) {
            if (all.starts("c")) {
                column = column(all.attribute("r"));
                keep(cell(all, texts));
            } else if (all.starts()) {
                all.characters();
            }
        }
    }

    private int column(@Nullable String address) {
        if (address == null) {
            if (column >= MOST_COLUMNS) {
                throw misplaced(row, "XFE" + row);
            }
            return column + 1;
        }
        Matcher place = ADDRESS.matcher(address);
        int found = 0;
        if (place.matches()) {
            for (char letter : place.group(1).toCharArray()) {
                found = found * 26 + (letter - 'A' + 1);
            }
        }
        if (found < 1 || found > MOST_COLUMNS) {
            throw misplaced(row, address);
        }
        return found;
    }

    private void keep(Workbook.Cell cell) {
        if (cell.blank()) {
            return;
        }
        if (column > cells.length) {
            throw new Refusal(
                    Problem.unprocessable("regions.list.many-columns", row, cells.length));
        }
        cells[column - 1] = cell;
        width = Math.max(width, column);
    }

    private Workbook.Cell cell(Elements all, List<String> texts) throws XMLStreamException {
        String type = all.attribute("t", "n");
        boolean formula = false;
        String value = "";
        while (all.next() && !all.ends("c")) {
            switch (all.starts() ? all.name() : "") {
                case "v" -> value = all.characters();
                case "is" -> value = all.text();
                case "f" -> {
                    formula = true;
                    all.characters();
                }
                case "" -> {}
                default -> all.characters();
            }
        }
        return new Workbook.Cell(value.isEmpty() ? "" : text(type, value, texts), formula);
    }

    private String text(String type, String value, List<String> texts) {
        return switch (type) {
            case "n" -> number(value.strip());
            case "s" -> {
                int index = whole(value.strip());
                if (index < 0 || index >= texts.size()) {
                    throw new Refusal(
                            Problem.unprocessable("regions.list.excel-text", row, shown(value)));
                }
                yield texts.get(index);
            }
            case "b", "d", "e", "inlineStr", "str" -> value;
            default -> throw new IllegalArgumentException("No type of a cell: " + shown(type));
        };
    }

    /** A whole number as its digits: a code that was typed as a number keeps its form. */
    private static String number(String value) {
        if (value.isEmpty() || value.length() > LONGEST_NUMBER) {
            return value;
        }
        BigDecimal number = new BigDecimal(value);
        return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The whole number that stands there; -1 where none does. */
    private static int whole(String digits) {
        return WHOLE.matcher(digits).matches() ? Integer.parseInt(digits) : -1;
    }

    private static Refusal misplaced(int row, String address) {
        return new Refusal(
                Problem.unprocessable("regions.list.excel-address", row, shown(address)));
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
