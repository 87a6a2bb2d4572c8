/**
 * Levels as they would be reached, by schemes that are kept or only proposed; nothing is written.
 */
@NullMarked
package org.jiaxue.licences.trial;

import org.jspecify.annotations.NullMarked;
