/** Questions about what a lesson said: what was answered, whether it was right, what it brings. */
@NullMarked
package org.jiaxue.learning.reflection;

import org.jspecify.annotations.NullMarked;
