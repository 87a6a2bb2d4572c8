/** Tables of figures as files for a spreadsheet. */
@NullMarked
package org.jiaxue.statistics.sheet;

import org.jspecify.annotations.NullMarked;
