/** How a refusal is said, whatever refused: as a page to people, as problem details to programs. */
@NullMarked
package org.jiaxue.web.refusal;

import org.jspecify.annotations.NullMarked;
