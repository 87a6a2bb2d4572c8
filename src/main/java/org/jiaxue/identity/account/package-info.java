/**
 * A guardian's account as a whole: everything that is kept of them as one archive, and everything
 * erased.
 */
@NullMarked
package org.jiaxue.identity.account;

import org.jspecify.annotations.NullMarked;
