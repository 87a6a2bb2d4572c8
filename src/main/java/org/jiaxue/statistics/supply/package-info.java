/** What institutions offer: parent schools and activities, settled week by week, never withheld. */
@NullMarked
package org.jiaxue.statistics.supply;

import org.jspecify.annotations.NullMarked;
