/** The organisers' desk: announcing activities and sessions, and the code on the wall. */
@NullMarked
package org.jiaxue.activities.desk;

import org.jspecify.annotations.NullMarked;
