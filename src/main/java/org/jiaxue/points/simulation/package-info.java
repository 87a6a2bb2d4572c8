/** Proposed rules or schemes, tried over a term that was really learned; nothing is written. */
@NullMarked
package org.jiaxue.points.simulation;

import org.jspecify.annotations.NullMarked;
