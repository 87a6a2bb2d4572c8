/**
 * What components draw: tiles, slats, houses and charts as values, with all their arithmetic done.
 */
@NullMarked
package org.jiaxue.web.look;

import org.jspecify.annotations.NullMarked;
