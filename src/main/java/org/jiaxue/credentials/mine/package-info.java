/** A guardian's own credentials, as a page and for programs. */
@NullMarked
package org.jiaxue.credentials.mine;

import org.jspecify.annotations.NullMarked;
