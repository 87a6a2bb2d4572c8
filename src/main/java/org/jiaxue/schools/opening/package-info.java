/** Opening a school's parent school, moving it to another kind of platform, and closing it. */
@NullMarked
package org.jiaxue.schools.opening;

import org.jspecify.annotations.NullMarked;
