/** Guardians who joined a class by its code; nobody but the room itself ever sees who. */
@NullMarked
package org.jiaxue.schools.members;

import org.jspecify.annotations.NullMarked;
