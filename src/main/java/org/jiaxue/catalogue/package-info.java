/** Resources, courses and lessons, their search and their media. */
@ApplicationModule(allowedDependencies = {"web", "identity", "regions"})
@NullMarked
package org.jiaxue.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
