/**
 * Decides which figures may be shown, from nothing but numbers: what was counted, who stands behind
 * it, who lives there, and how figures add up to others.
 */
@NullMarked
package org.jiaxue.statistics.suppression;

import org.jspecify.annotations.NullMarked;
