/**
 * Playback, verified coverage, reflection and completion: what was really learned becomes a
 * learning event, and what it earns is known in the same transaction.
 */
@ApplicationModule(allowedDependencies = {"archive", "catalogue", "identity", "web"})
@NullMarked
package org.jiaxue.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
