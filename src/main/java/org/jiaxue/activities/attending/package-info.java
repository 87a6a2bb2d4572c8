/** What families see: what is on, one activity, and signing in to it. */
@NullMarked
package org.jiaxue.activities.attending;

import org.jspecify.annotations.NullMarked;
