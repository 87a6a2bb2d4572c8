package org.jiaxue.regions.list;

import java.util.List;

/**
 * One row as it stands in a file.
 *
 * @param number its number as a spreadsheet or an editor shows it, from 1
 * @param cells from the first column on; a row may be shorter than another
 */
record Line(int number, List<Cell> cells) {

    /** What a cell holds, and whether it is reckoned by a formula. */
    record Cell(String text, boolean formula) {

        static final Cell EMPTY = new Cell("", false);

        boolean blank() {
            return text.isBlank() && !formula;
        }
    }

    /** Takes the rows of a file one by one, and says after each whether it wants another. */
    interface Taker {
        boolean take(Line line);
    }

    boolean blank() {
        return cells.stream().allMatch(Cell::blank);
    }

    /** How many columns it has, but for blank ones after the last that is not. */
    int width() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).blank()) {
            width--;
        }
        return width;
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
}
