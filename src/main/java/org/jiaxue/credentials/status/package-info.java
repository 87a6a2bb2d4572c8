/**
 * Where verifiers see what was revoked: status lists, the positions taken in them, and their
 * signing anew (Bitstring Status List 1.0).
 */
@NullMarked
package org.jiaxue.credentials.status;

import org.jspecify.annotations.NullMarked;
