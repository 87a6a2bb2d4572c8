/**
 * What components draw: tiles, slats, houses and charts as values, with all their arithmetic done.
 */
@NamedInterface("look")
@NullMarked
package org.jiaxue.web.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
