/** Requests for a confirmation: who asked, where it waits, what was decided. */
@NullMarked
package org.jiaxue.licences.confirming;

import org.jspecify.annotations.NullMarked;
