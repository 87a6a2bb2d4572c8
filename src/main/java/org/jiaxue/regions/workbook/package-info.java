/**
 * Reads workbooks (XLSX, ECMA-376) that strangers bring: row by row, so that nothing in one makes
 * room for more than its bounds say.
 */
@NullMarked
package org.jiaxue.regions.workbook;

import org.jspecify.annotations.NullMarked;
