/** Signed, portable proof of what was reached, and its public check. */
@ApplicationModule(
        allowedDependencies = {"licences", "learning", "catalogue", "identity", "regions", "web"})
@NullMarked
package org.jiaxue.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
