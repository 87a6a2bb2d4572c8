/** Finds the sentence that answers a question. */
@NullMarked
package org.jiaxue.catalogue.search;

import org.jspecify.annotations.NullMarked;
