/**
 * The pages by which a guardian asks for a confirmation, and by which whoever was asked decides.
 */
@NullMarked
package org.jiaxue.licences.asking;

import org.jspecify.annotations.NullMarked;
