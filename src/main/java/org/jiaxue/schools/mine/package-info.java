/** A guardian's classes: joining one by its code, its lessons, and leaving it. */
@NullMarked
package org.jiaxue.schools.mine;

import org.jspecify.annotations.NullMarked;
