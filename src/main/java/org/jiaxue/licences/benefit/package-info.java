/** What a licence gives access to: offers of a closed list of kinds, and what guardians took. */
@NullMarked
package org.jiaxue.licences.benefit;

import org.jspecify.annotations.NullMarked;
