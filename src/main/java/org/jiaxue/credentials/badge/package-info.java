/** What a credential says: an achievement in both languages, as an Open Badges 3.0 document. */
@NullMarked
package org.jiaxue.credentials.badge;

import org.jspecify.annotations.NullMarked;
