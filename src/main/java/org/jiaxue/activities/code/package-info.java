/**
 * What one signs in with on site: the code that rotates on the wall, and the ticket that a scan of
 * it leaves in a browser.
 */
@NullMarked
package org.jiaxue.activities.code;

import org.jspecify.annotations.NullMarked;
