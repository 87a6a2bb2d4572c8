/**
 * What surrounds every page: its template, the reader's language, type size and theme, and the
 * arguments of handlers.
 */
@NullMarked
package org.jiaxue.web.frame;

import org.jspecify.annotations.NullMarked;
