/** Rule sets and the ledger: what the rules in force make of learning events. */
@ApplicationModule(
        allowedDependencies = {
            "cel",
            "learning",
            "activities",
            "archive",
            "catalogue",
            "identity",
            "regions",
            "web"
        })
@NullMarked
package org.jiaxue.points;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
