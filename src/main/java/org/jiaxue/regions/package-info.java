/** Administrative divisions by their national codes, and organisations of any kind. */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.jiaxue.regions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
