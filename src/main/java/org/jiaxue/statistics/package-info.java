/** What a region may know of its learning, and never of a family. */
@ApplicationModule(
        allowedDependencies = {
            "schools",
            "activities",
            "learning",
            "credentials",
            "identity",
            "regions",
            "web"
        })
@NullMarked
package org.jiaxue.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
