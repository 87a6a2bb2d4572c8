package org.jiaxue.statistics.suppression;

import java.util.List;
import org.jiaxue.statistics.suppression.Suppression.Relation;

/**
 * Between which bounds a reader who knows every shown figure, the size of every group and the
 * meaning of the words can place each withheld figure.
 */
final class Intervals {

    private static final long FAR = Long.MAX_VALUE / 1_000_000;
    private static final int MOST_ROUNDS = 100;

    private final List<Cell> cells;
    private final List<Mark> marks;
    private final boolean heads;
    private final long[] low;
    private final long[] high;

    private Intervals(List<Cell> cells, List<Mark> marks, boolean heads) {
        this.cells = cells;
        this.marks = marks;
        this.heads = heads;
        this.low = new long[cells.size()];
        this.high = new long[cells.size()];
        for (int i = 0; i < low.length; i++) {
            low[i] = lowest(i);
            high[i] = highest(i);
        }
    }

    static Intervals of(
            List<Cell> cells, List<Relation> relations, List<Mark> marks, boolean heads) {
        Intervals intervals = new Intervals(cells, marks, heads);
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (Relation relation : relations) {
                changed |= intervals.tighten(relation);
            }
        }
        return intervals;
    }

    /**
     * Whether what is shown tells more of a withheld figure than its own word: a word keeps its
     * whole width (at least ten values where the figure is no count of guardians), and no figure is
     * down to one value unless its group leaves no more.
     */
    boolean narrowed(int cell) {
        if (!marks.get(cell).hidden() || cells.get(cell).empty()) {
            return false;
        }
        boolean one = low[cell] >= high[cell] && lowest(cell) < highest(cell);
        if (marks.get(cell) == Mark.GUARDED) {
            return one;
        }
        long width = Math.min(highest(cell), lowest(cell) + Suppression.LEAST - 1);
        return one || low[cell] > lowest(cell) || high[cell] < width;
    }

    private boolean tighten(Relation relation) {
        boolean words =
                relation.members().anyMatch(one -> marks.get(one) == Mark.FEW && !empty(one));
        long lows = 0;
        long highs = 0;
        for (int part : relation.parts()) {
            lows += floor(part, words);
            highs += ceiling(part, words);
        }
        boolean changed = false;
        int total = relation.total();
        for (int part : relation.parts()) {
            changed |= raise(part, floor(total, words) - (highs - ceiling(part, words)));
            changed |=
                    lower(
                            part,
                            relation.sums()
                                    ? ceiling(total, words) - (lows - floor(part, words))
                                    : ceiling(total, words));
            if (!relation.sums()) {
                changed |= raise(total, floor(part, words));
            }
        }
        changed |= lower(total, highs);
        return (relation.sums() && raise(total, lows)) || changed;
    }

    private boolean raise(int cell, long bound) {
        if (bound <= low[cell] || !marks.get(cell).hidden()) {
            return false;
        }
        low[cell] = bound;
        return true;
    }

    private boolean lower(int cell, long bound) {
        if (bound >= high[cell] || bound >= FAR / 2 || !marks.get(cell).hidden()) {
            return false;
        }
        high[cell] = bound;
        return true;
    }

    /** Beside a figure that says "few", one that does not is taken to be no such figure. */
    private long floor(int cell, boolean words) {
        return words && plainlyGuarded(cell) ? Math.max(low[cell], Suppression.LEAST) : low[cell];
    }

    private long ceiling(int cell, boolean words) {
        return words && heads && plainlyGuarded(cell)
                ? Math.min(high[cell], cells.get(cell).group() - Suppression.LEAST)
                : high[cell];
    }

    private boolean plainlyGuarded(int cell) {
        return marks.get(cell) == Mark.GUARDED && !empty(cell) && !cells.get(cell).few();
    }

    private boolean empty(int cell) {
        return cells.get(cell).empty();
    }

    private long lowest(int cell) {
        Cell one = cells.get(cell);
        if (marks.get(cell) == Mark.SHOWN || one.empty()) {
            return one.value();
        }
        boolean few = marks.get(cell) == Mark.FEW;
        return few && one.behind() >= Suppression.LEAST && wide(one)
                ? Math.min(one.behind(), one.group() - Suppression.LEAST + 1)
                : 0;
    }

    private long highest(int cell) {
        Cell one = cells.get(cell);
        if (marks.get(cell) == Mark.SHOWN || one.empty()) {
            return one.value();
        }
        if (!heads) {
            return FAR;
        }
        boolean few = marks.get(cell) == Mark.FEW;
        return few && one.behind() < Suppression.LEAST && wide(one)
                ? Suppression.LEAST - 1
                : Math.max(one.group(), one.behind());
    }

    /** In a small group "few" can mean either, so that it says nothing. */
    private static boolean wide(Cell cell) {
        return cell.group() >= 2 * Suppression.LEAST - 1;
    }
}
