/**
 * The demonstration: sample people who live through a term behind the other rooms' own doors. It
 * inserts no result; everything that shows is earned. Nothing here is there under {@code start}.
 */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "regions",
            "identity",
            "catalogue",
            "learning",
            "activities",
            "schools",
            "points",
            "licences",
            "credentials"
        })
@NullMarked
package org.jiaxue.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
