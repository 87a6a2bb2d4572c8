/** The officers' pages: rule sets in plain words, drafts by a form or a file, and approvals. */
@NullMarked
package org.jiaxue.points.desk;

import org.jspecify.annotations.NullMarked;
