/** A school's own parent school: when it was opened, on what kind of platform, and its classes. */
@ApplicationModule(
        allowedDependencies = {"activities", "learning", "catalogue", "identity", "regions", "web"})
@NullMarked
package org.jiaxue.schools;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
