/**
 * Guardians with their children, where they live and what they consented to, and the pages on which
 * they say so.
 */
@NullMarked
package org.jiaxue.identity.family;

import org.jspecify.annotations.NullMarked;
