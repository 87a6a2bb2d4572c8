/** The lists by which counties keep their schools: read, compared with what is known, taken. */
@NullMarked
package org.jiaxue.regions.list;

import org.jspecify.annotations.NullMarked;
