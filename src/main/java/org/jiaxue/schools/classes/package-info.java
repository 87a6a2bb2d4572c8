/** Classes, their invitation codes, their teachers and the lessons chosen for them. */
@NullMarked
package org.jiaxue.schools.classes;

import org.jspecify.annotations.NullMarked;
