/** Tells those who follow sessions of the ones that were announced before anybody was told. */
@NullMarked
package org.jiaxue.activities.telling;

import org.jspecify.annotations.NullMarked;
