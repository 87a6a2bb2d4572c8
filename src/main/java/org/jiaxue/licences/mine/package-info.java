/** A guardian's own licences, on a page and for programs. */
@NullMarked
package org.jiaxue.licences.mine;

import org.jspecify.annotations.NullMarked;
