/** What happened, one row an event and guardian, and which weeks are closed to it. */
@NullMarked
package org.jiaxue.statistics.fact;

import org.jspecify.annotations.NullMarked;
