package org.jiaxue.statistics.sheet;

import java.math.BigDecimal;
import java.util.List;

/**
 * A table for a spreadsheet, and what has to be known of it.
 *
 * @param name what the table is called, at most 31 characters
 * @param head the words above its columns
 * @param rows rows of cells, one a column
 * @param aboutName what the page is called that says what the table is, at most 31 characters
 * @param about what it is: a word and a sentence each
 */
public record Sheet(
        String name, List<String> head, List<List<Cell>> rows, String aboutName, List<Said> about) {

    public Sheet {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        about = List.copyOf(about);
    }

    /** A word and what is said under it. */
    public record Said(String word, String sentence) {}

    /** What stands in a cell. */
    public sealed interface Cell {

        /** Words, also where a number is withheld; never a formula, whatever they begin with. */
        record Words(String words) implements Cell {}

        /** A whole number. */
        record Whole(long number) implements Cell {}

        /** A share between 0 and 1, which reads as a percentage with one decimal. */
        record Share(BigDecimal share) implements Cell {}
    }
}
