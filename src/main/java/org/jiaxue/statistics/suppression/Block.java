package org.jiaxue.statistics.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Unit;
import org.jiaxue.statistics.suppression.Suppression.Relation;

/**
 * The rows of figures that hang together in one term, such as a county and its streets, decided in
 * the order in which they come out: each week by itself, then each month beside its weeks, then the
 * term beside its months. A longer period gives way to shorter ones that were shown before it.
 * Figures that were decided before are kept.
 */
final class Block {

    /** How rows hang together: a total row, its part rows, and whether these add up. */
    record Rows(int total, List<Integer> parts, boolean sums) {}

    private final List<Period> periods;
    private final List<Row> rows;
    private final List<Rows> relations;
    private final boolean heads;
    private final Mark[][] marks;

    private Block(List<Period> periods, List<Row> rows, List<Rows> relations, boolean heads) {
        this.periods = periods;
        this.rows = rows;
        this.relations = relations;
        this.heads = heads;
        this.marks =
                rows.stream().map(row -> row.marks().toArray(Mark[]::new)).toArray(Mark[][]::new);
    }

    /**
     * Decides.
     *
     * @param periods periods of one term, in any order
     * @return one list of marks a row, none of them open
     */
    static List<List<Mark>> decide(
            List<Period> periods, List<Row> rows, List<Rows> relations, boolean heads) {
        Block block = new Block(periods, rows, relations, heads);
        for (Unit unit : Unit.values()) {
            for (int period = 0; period < periods.size(); period++) {
                if (periods.get(period).unit() == unit) {
                    block.decide(period);
                }
            }
        }
        return Arrays.stream(block.marks).map(List::of).toList();
    }

    /**
     * Where something adds up, a longer period all of whose shorter ones were shown is shown too:
     * whoever has these has their sum. Otherwise what follows another measure is withheld.
     */
    private void settle(int newest) {
        for (int row = 0; row < rows.size(); row++) {
            Mark mark = marks[row][newest];
            Cell cell = rows.get(row).cells().get(newest);
            if (mark != Mark.OPEN && mark != Mark.FOLLOWS) {
                continue;
            }
            if (!heads && toldByParts(row, newest)) {
                marks[row][newest] = Mark.SHOWN;
            } else if (mark == Mark.FOLLOWS && cell.empty()) {
                marks[row][newest] = Mark.OPEN;
            } else if (mark == Mark.FOLLOWS) {
                marks[row][newest] = cell.few() ? Mark.FEW : Mark.GUARDED;
            }
        }
    }

    private boolean toldByParts(int row, int period) {
        return periods.get(period).unit() != Unit.WEEK
                && IntStream.range(0, periods.size())
                        .filter(part -> rightBelow(part, period))
                        .noneMatch(part -> marks[row][part].hidden());
    }

    /** Whether a period is one of those that make up a longer one: weeks a month, months a term. */
    private boolean rightBelow(int part, int total) {
        Unit below = periods.get(total).unit() == Unit.TERM ? Unit.MONTH : Unit.WEEK;
        return periods.get(part).unit() == below && shorter(part, total);
    }

    private void decide(int newest) {
        settle(newest);
        List<Integer> beside = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            if (shorter(i, newest) || i == newest) {
                beside.add(i);
            }
        }
        List<Cell> cells = new ArrayList<>();
        List<Mark> before = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            for (int period : beside) {
                cells.add(rows.get(row).cells().get(period));
                before.add(marks[row][period]);
            }
        }
        List<Mark> after = Suppression.decide(cells, relationsOver(beside), before, heads);
        for (int row = 0; row < rows.size(); row++) {
            marks[row][newest] = after.get(row * beside.size() + beside.indexOf(newest));
        }
    }

    private boolean shorter(int period, int than) {
        return periods.get(period).unit().compareTo(periods.get(than).unit()) < 0
                && periods.get(than).holds(periods.get(period));
    }

    private List<Relation> relationsOver(List<Integer> beside) {
        List<Relation> all = new ArrayList<>();
        int width = beside.size();
        for (Rows relation : relations) {
            for (int at = 0; at < width; at++) {
                int column = at;
                all.add(
                        new Relation(
                                relation.total() * width + at,
                                relation.parts().stream().map(it -> it * width + column).toList(),
                                relation.sums()));
            }
        }
        Map<Integer, List<Integer>> parts = partsInTime(beside);
        for (int row = 0; row < rows.size(); row++) {
            int first = row * width;
            parts.forEach((total, shorter) ->
                    all.add(
                            new Relation(
                                    first + total,
                                    shorter.stream().map(it -> first + it).toList(),
                                    !heads,
                                    true)));
        }
        return all;
    }

    /** Column of a month or term → the columns that make it up. */
    private Map<Integer, List<Integer>> partsInTime(List<Integer> beside) {
        Map<Integer, List<Integer>> parts = new HashMap<>();
        for (int at = 0; at < beside.size(); at++) {
            if (periods.get(beside.get(at)).unit() == Unit.WEEK) {
                continue;
            }
            List<Integer> shorter = new ArrayList<>();
            for (int part = 0; part < beside.size(); part++) {
                if (rightBelow(beside.get(part), beside.get(at))) {
                    shorter.add(part);
                }
            }
            parts.put(at, shorter);
        }
        return parts;
    }
}
