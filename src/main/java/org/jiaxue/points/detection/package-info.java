/**
 * Detectors as small policies in files, what they measure at the moment of a fact, and which of
 * them it trips. Knows of no hold.
 */
@NullMarked
package org.jiaxue.points.detection;

import org.jspecify.annotations.NullMarked;
