/** The whole catalogue in memory, read anew when its edition in the database changes. */
@NullMarked
package org.jiaxue.catalogue.shelf;

import org.jspecify.annotations.NullMarked;
