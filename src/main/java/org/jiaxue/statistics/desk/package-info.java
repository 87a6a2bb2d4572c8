/** The officers' page of figures: its choices, its table, its charts and its files. */
@NullMarked
package org.jiaxue.statistics.desk;

import org.jspecify.annotations.NullMarked;
