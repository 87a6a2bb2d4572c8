/** What a school may know of a class: totals, settled once a week, none that tells of few. */
@NullMarked
package org.jiaxue.schools.totals;

import org.jspecify.annotations.NullMarked;
