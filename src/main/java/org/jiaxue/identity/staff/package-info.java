/** Who works here and what they may do: hiring, passwords, and roles granted at a node. */
@NullMarked
package org.jiaxue.identity.staff;

import org.jspecify.annotations.NullMarked;
