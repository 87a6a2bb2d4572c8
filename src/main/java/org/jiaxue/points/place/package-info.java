/** The places whose rules they are: what they are called, how they are found, whom they concern. */
@NullMarked
package org.jiaxue.points.place;

import org.jspecify.annotations.NullMarked;
