/** The second factor of staff: one-time passwords by time (RFC 6238) and recovery codes. */
@NullMarked
package org.jiaxue.identity.factor;

import org.jspecify.annotations.NullMarked;
