/** The house: one process that serves every room, and the commands that start it. */
@NullMarked
package org.jiaxue;

import org.jspecify.annotations.NullMarked;
