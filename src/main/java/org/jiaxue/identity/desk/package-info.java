/** The desk of those who look after staff, and what each member of staff keeps of their own. */
@NullMarked
package org.jiaxue.identity.desk;

import org.jspecify.annotations.NullMarked;
