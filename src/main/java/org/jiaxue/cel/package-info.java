/**
 * Conditions that officers write, in the Common Expression Language (cel.dev): what is wrong with
 * one, whether it can ever hold, what it says in plain words, how near its goals are.
 */
@ApplicationModule(allowedDependencies = {"web"})
@NullMarked
package org.jiaxue.cel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
