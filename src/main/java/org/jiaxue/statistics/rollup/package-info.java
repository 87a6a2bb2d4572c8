/** Sums by day and division that follow the facts, at the cost of what changed. */
@NullMarked
package org.jiaxue.statistics.rollup;

import org.jspecify.annotations.NullMarked;
