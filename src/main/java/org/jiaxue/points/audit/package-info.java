/** The nightly check of the ledger: it says what does not add up and mends nothing. */
@NullMarked
package org.jiaxue.points.audit;

import org.jspecify.annotations.NullMarked;
