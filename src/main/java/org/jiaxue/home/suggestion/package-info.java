/** Three things that bring a guardian's next level nearer, with what the ledger would give. */
@NullMarked
package org.jiaxue.home.suggestion;

import org.jspecify.annotations.NullMarked;
