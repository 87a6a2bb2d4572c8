package org.jiaxue.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jiaxue.statistics.Suppression.Cell;
import org.jiaxue.statistics.Suppression.Mark;
import org.jiaxue.statistics.Suppression.Relation;

/**
 * The rows of figures that hang together in one term, such as a county and its streets, decided in
 * the order in which they come out: each week by itself, then each month beside its weeks, then the
 * term beside its months. A longer period gives way to shorter ones that were shown before it.
 */
final class Block {

    /** How rows hang together: a total row, its part rows, and whether these add up. */
    record Rows(int total, List<Integer> parts, boolean sums) {}

    /**
     * A row.
     *
     * @param cells one a period
     * @param marks one a period; open where this block is to decide
     */
    record Row(List<Cell> cells, List<Mark> marks) {}

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
     * @param periods periods of one term that are over, in any order
     * @return one list of marks a row, none of them open
     */
    static List<List<Mark>> decide(
            List<Period> periods, List<Row> rows, List<Rows> relations, boolean heads) {
        Block block = new Block(periods, rows, relations, heads);
        if (!heads) {
            block.hideUnder(Unit.TERM, Unit.MONTH);
            block.hideUnder(Unit.MONTH, Unit.WEEK);
        }
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
     * Where a longer period has to be withheld, though each shorter one in it might be shown, one
     * of these goes too: otherwise their sum would tell. This is the only case in which a figure
     * goes that was shown before the longer period had ended.
     */
    private void hideUnder(Unit longer, Unit shorter) {
        for (int row = 0; row < rows.size(); row++) {
            for (int total = 0; total < periods.size(); total++) {
                if (periods.get(total).unit() == longer && goes(row, total)) {
                    hideOneOf(row, partsOf(total, shorter));
                }
            }
        }
    }

    private boolean goes(int row, int period) {
        Mark mark = marks[row][period];
        return mark.hidden() || (mark == Mark.OPEN && rows.get(row).cells().get(period).few());
    }

    private void hideOneOf(int row, List<Integer> parts) {
        if (parts.stream().anyMatch(part -> goes(row, part))) {
            return;
        }
        parts.stream()
                .filter(part -> marks[row][part] == Mark.OPEN)
                .filter(part -> !rows.get(row).cells().get(part).empty())
                .min(Comparator.comparingLong(part -> rows.get(row).cells().get(part).behind()))
                .ifPresent(part -> marks[row][part] = Mark.GUARDED);
    }

    private List<Integer> partsOf(int total, Unit shorter) {
        return IntStream.range(0, periods.size())
                .filter(part -> periods.get(part).unit() == shorter)
                .filter(part -> periods.get(total).holds(periods.get(part)))
                .boxed()
                .toList();
    }

    private void decide(int newest) {
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
                                    !heads)));
        }
        return all;
    }

    /** Column of a month or term → the columns that make it up. */
    private Map<Integer, List<Integer>> partsInTime(List<Integer> beside) {
        Map<Integer, List<Integer>> parts = new HashMap<>();
        for (int at = 0; at < beside.size(); at++) {
            Period total = periods.get(beside.get(at));
            if (total.unit() == Unit.WEEK) {
                continue;
            }
            Unit below = total.unit() == Unit.TERM ? Unit.MONTH : Unit.WEEK;
            List<Integer> shorter = new ArrayList<>();
            for (int part = 0; part < beside.size(); part++) {
                Period one = periods.get(beside.get(part));
                if (one.unit() == below && total.holds(one)) {
                    shorter.add(part);
                }
            }
            parts.put(at, shorter);
        }
        return parts;
    }
}
