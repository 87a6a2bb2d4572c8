/**
 * Any number of nodes over one database: what one of them does for all, and how they hear of what
 * another has changed.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.jiaxue.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
