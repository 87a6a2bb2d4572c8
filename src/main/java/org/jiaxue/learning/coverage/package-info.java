/**
 * Which seconds of which lesson a guardian has really played: the arithmetic, and where it is kept.
 */
@NullMarked
package org.jiaxue.learning.coverage;

import org.jspecify.annotations.NullMarked;
