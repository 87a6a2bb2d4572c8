/** The school's desk: its parent school, its classes, their codes, lessons, teachers and totals. */
@NullMarked
package org.jiaxue.schools.desk;

import org.jspecify.annotations.NullMarked;
