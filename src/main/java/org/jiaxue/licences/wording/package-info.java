/** What an offer's words may not promise: expressions in both languages, and how text is read. */
@NullMarked
package org.jiaxue.licences.wording;

import org.jspecify.annotations.NullMarked;
