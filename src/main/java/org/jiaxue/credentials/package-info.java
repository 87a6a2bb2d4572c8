/**
 * Signed, portable proof of what was reached, and its public check: Open Badges 3.0 credentials
 * issued for a level reached or a course completed, frozen as issued, with status lists and
 * revocation.
 */
@ApplicationModule(
        allowedDependencies = {"licences", "learning", "catalogue", "identity", "regions", "web"})
@NullMarked
package org.jiaxue.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
