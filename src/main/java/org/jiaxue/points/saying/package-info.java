/** Says in plain words, in both languages, what rules ask and give and what changed in them. */
@NullMarked
package org.jiaxue.points.saying;

import org.jspecify.annotations.NullMarked;
