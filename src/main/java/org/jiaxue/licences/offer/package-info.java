/** The officers' desk of offers, and the counter where codes are taken in. */
@NullMarked
package org.jiaxue.licences.offer;

import org.jspecify.annotations.NullMarked;
