/** What may be told of groups of guardians, so that nothing is told of few of them. */
@NullMarked
package org.jiaxue.points.few;

import org.jspecify.annotations.NullMarked;
