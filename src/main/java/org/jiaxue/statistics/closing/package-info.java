/** What happened, and the closing of weeks by which it becomes figures that never change. */
@NullMarked
package org.jiaxue.statistics.closing;

import org.jspecify.annotations.NullMarked;
