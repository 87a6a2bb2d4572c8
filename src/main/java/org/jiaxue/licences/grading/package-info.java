/** How entries become levels, in the transaction that writes the entries. */
@NullMarked
package org.jiaxue.licences.grading;

import org.jspecify.annotations.NullMarked;
