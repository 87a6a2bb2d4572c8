/** Programs of other platforms that are trusted with what guardians played, and their use of it. */
@NullMarked
package org.jiaxue.identity.client;

import org.jspecify.annotations.NullMarked;
