package org.jiaxue.statistics.suppression;

import java.util.List;

/**
 * A row.
 *
 * @param cells one a period
 * @param marks one a period; open where this block is to decide
 */
public record Row(List<Cell> cells, List<Mark> marks) {}
