/** Reads lessons and courses from library files, judges them and puts them into the database. */
@NullMarked
package org.jiaxue.catalogue.library;

import org.jspecify.annotations.NullMarked;
