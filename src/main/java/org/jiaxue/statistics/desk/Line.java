package org.jiaxue.statistics.desk;

import java.util.List;
import org.jiaxue.statistics.Figures.Figure;

/** A row of the table, and where its name leads; empty where there is nothing below. */
record Line(String name, String href, boolean inhabited, List<Figure> figures) {

    /** Whether every figure is withheld for the same reason, so that one word says it all. */
    boolean few() {
        return figures.size() > 1 && figures.stream().allMatch(Figure.Few.class::isInstance);
    }

    Line first(int columns) {
        return new Line(name, href, inhabited, figures.subList(0, columns));
    }
}
