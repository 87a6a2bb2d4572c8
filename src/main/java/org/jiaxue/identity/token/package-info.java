/** What shows who is asking: bearer tokens and browser sessions, kept as hashes. */
@NullMarked
package org.jiaxue.identity.token;

import org.jspecify.annotations.NullMarked;
