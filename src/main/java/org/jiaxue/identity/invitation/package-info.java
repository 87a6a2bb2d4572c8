/** Invitations to a role at a node: made, withdrawn, and accepted by whoever holds the link. */
@NullMarked
package org.jiaxue.identity.invitation;

import org.jspecify.annotations.NullMarked;
