/**
 * Which table lies where when the database is a Citus cluster, and what puts it there. {@link
 * org.jiaxue.database.distribution.Distribution} is the door.
 */
@NullMarked
package org.jiaxue.database.distribution;

import org.jspecify.annotations.NullMarked;
