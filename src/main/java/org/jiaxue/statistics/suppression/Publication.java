package org.jiaxue.statistics.suppression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiaxue.statistics.Period;

/**
 * Decided rows of one term, by name: a division's code, or a code and a stage.
 *
 * @param periods periods of one term
 * @param rows cells and marks, one a period
 * @param own the names of the rows that were decided here
 */
public record Publication(List<Period> periods, Map<String, Row> rows, Set<String> own) {

    /** Collects a block's rows by name. */
    public static final class Draft {

        private final List<Period> periods;
        private final Map<String, Row> rows = new LinkedHashMap<>();
        private final Set<String> own = new LinkedHashSet<>();
        private final List<Block.Rows> relations = new ArrayList<>();

        public Draft(List<Period> periods) {
            this.periods = periods;
        }

        /** A row that was decided in another block. */
        public void given(String name, Row row) {
            rows.put(name, new Row(row.cells().stream().map(Cell::beside).toList(), row.marks()));
        }

        /** A row that was decided in another block and holds others of this one. */
        public void above(String name, Row row) {
            rows.put(name, new Row(row.cells().stream().map(Cell::above).toList(), row.marks()));
        }

        /**
         * A row to decide where its marks are open; withheld wherever another measure of the same
         * cells is, since where hardly anybody learned there is hardly anybody who did anything.
         */
        public void open(String name, Row row, Row other) {
            List<Mark> marks = new ArrayList<>(row.marks());
            for (int i = 0; i < marks.size(); i++) {
                if (marks.get(i) == Mark.OPEN && other.marks().get(i).hidden()) {
                    marks.set(i, Mark.FOLLOWS);
                }
            }
            open(name, new Row(row.cells(), marks));
        }

        /** A row to decide by itself, where its marks are open. */
        public void open(String name, Row row) {
            rows.put(name, row);
            own.add(name);
        }

        public void relate(String total, List<String> parts, boolean sums) {
            List<String> names = List.copyOf(rows.keySet());
            relations.add(
                    new Block.Rows(
                            names.indexOf(total),
                            parts.stream().map(names::indexOf).toList(),
                            sums));
        }

        public Publication decide(boolean heads) {
            List<List<Mark>> marks =
                    Block.decide(periods, List.copyOf(rows.values()), relations, heads);
            Map<String, Row> decided = new LinkedHashMap<>();
            rows.forEach((name, row) ->
                    decided.put(name, new Row(row.cells(), marks.get(decided.size()))));
            return new Publication(periods, Collections.unmodifiableMap(decided), Set.copyOf(own));
        }
    }

    public Row row(String name) {
        Row row = rows.get(name);
        if (row == null) {
            throw new IllegalArgumentException("no row " + name);
        }
        return row;
    }
}
