/** Runs by which the ledgers of a period are gone through again after rules have changed. */
@NullMarked
package org.jiaxue.points.rerun;

import org.jspecify.annotations.NullMarked;
