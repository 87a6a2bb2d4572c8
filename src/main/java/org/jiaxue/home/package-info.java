/** The guardian's own page and the staff's front desk, made of the other rooms' doors. */
@ApplicationModule(
        allowedDependencies = {
            "regions",
            "identity",
            "catalogue",
            "learning",
            "activities",
            "schools",
            "points",
            "licences",
            "credentials",
            "statistics",
            "web"
        })
@NullMarked
package org.jiaxue.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
