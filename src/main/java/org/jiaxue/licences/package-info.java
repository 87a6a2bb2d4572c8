/** Schemes, their layers and levels: what a guardian's points and deeds have reached. */
@ApplicationModule(
        allowedDependencies = {
            "cel",
            "points",
            "activities",
            "learning",
            "identity",
            "regions",
            "web"
        })
@NullMarked
package org.jiaxue.licences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
