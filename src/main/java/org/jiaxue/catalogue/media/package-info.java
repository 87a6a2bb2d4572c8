/** The files of lessons: where they are kept, and how they are handed out. */
@NullMarked
package org.jiaxue.catalogue.media;

import org.jspecify.annotations.NullMarked;
