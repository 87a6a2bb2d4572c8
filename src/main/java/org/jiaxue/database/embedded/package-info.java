/**
 * A PostgreSQL server of our own: its programs, its files, its process, its end, and how its data
 * come to a newer major version.
 */
@NullMarked
package org.jiaxue.database.embedded;

import org.jspecify.annotations.NullMarked;
