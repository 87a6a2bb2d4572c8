/** Rule sets before they are in force: written, looked at, and approved by a second person. */
@NullMarked
package org.jiaxue.points.draft;

import org.jspecify.annotations.NullMarked;
