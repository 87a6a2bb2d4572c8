package org.jiaxue.points.simulation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Figures to read or to take away.
 *
 * @param name what its file is called, for instance {@code levels}
 * @param words how many of its first columns are words
 */
public record Table(
        String name, String title, int words, List<String> head, List<List<Cell>> rows) {

    /** The names of all tables, in their order. */
    public static final List<String> NAMES =
            List.of("levels", "points", "counties", "stages", "levels-counties", "levels-stages");

    /** More rows than these of which nothing may be shown are said together. */
    public static final int MOST_FEW = 3;

    public Table {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** What stands in a cell. */
    public sealed interface Cell {

        /** Words. */
        record Said(String words) implements Cell {}

        /** A whole number. */
        record Whole(long number) implements Cell {}

        /** A number with one decimal, given in tenths. */
        record Tenths(long tenths) implements Cell {}

        /** A figure of fewer than {@value Outcome#LEAST} guardians. */
        record Few() implements Cell {}

        /** There is nothing to be told. */
        record Nothing() implements Cell {}
    }

    /** Whether every figure of a row is withheld. */
    public boolean few(List<Cell> row) {
        return row.stream()
                .skip(words)
                .allMatch(it -> it instanceof Cell.Few || it instanceof Cell.Nothing);
    }

    /** So many rows of who reaches a level are on a page; all are in the file. */
    public static final int MOST_ON_A_PAGE = 100;

    /** The same with the rows alone of which both figures are shown and differ, bounded. */
    public Table changed() {
        return new Table(
                name,
                title,
                words,
                head,
                rows.stream()
                        .filter(row -> !few(row) && !row.get(words).equals(row.get(words + 1)))
                        .limit(MOST_ON_A_PAGE)
                        .toList());
    }

    /** Whether it says who reaches a level in each county or at each stage. */
    public boolean byPart() {
        return name.startsWith("levels-");
    }

    /** The rows of which something is shown. */
    public List<List<Cell>> told() {
        return rows.stream().filter(row -> !few(row)).toList();
    }

    /** The same with the rows alone of which something is shown. */
    public Table telling() {
        return new Table(name, title, words, head, told());
    }

    /** The words of a row, together. */
    public String name(List<Cell> row) {
        return row.stream()
                .limit(words)
                .map(it -> text(it, ""))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** A cell as it is written in a file or a terminal. */
    public static String text(Cell cell, String few) {
        return switch (cell) {
            case Cell.Said(String words) -> words;
            case Cell.Whole(long number) -> Long.toString(number);
            case Cell.Tenths(long tenths) -> tenths(tenths);
            case Cell.Few() -> few;
            case Cell.Nothing() -> "";
        };
    }

    /** A number that is given in tenths. */
    public static String tenths(long tenths) {
        return tenths / 10 + "." + tenths % 10;
    }
}
