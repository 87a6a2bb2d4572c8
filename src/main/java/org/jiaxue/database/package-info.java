/**
 * Everything that is needed to have a PostgreSQL: the embedded server with its files, its two roles
 * and its upgrades, or the external one that an operator names. {@link
 * org.jiaxue.database.Databases} is the door.
 */
@NullMarked
package org.jiaxue.database;

import org.jspecify.annotations.NullMarked;
