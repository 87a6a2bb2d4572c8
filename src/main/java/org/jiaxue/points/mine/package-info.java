/** By which rules a guardian's points are counted, and how these changed. */
@NullMarked
package org.jiaxue.points.mine;

import org.jspecify.annotations.NullMarked;
