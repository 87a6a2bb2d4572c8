/**
 * Who may sign in to the database: the two roles, their passwords, and the files that keep them.
 */
@NullMarked
package org.jiaxue.database.access;

import org.jspecify.annotations.NullMarked;
