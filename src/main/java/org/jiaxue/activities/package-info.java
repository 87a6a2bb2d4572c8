/** Activities, their sessions, and attendance by a rotating code. */
@ApplicationModule(allowedDependencies = {"learning", "catalogue", "identity", "regions", "web"})
@NullMarked
package org.jiaxue.activities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
