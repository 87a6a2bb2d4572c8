/**
 * People: guardians, children, staff and their grants, sign-in, tokens, consent. Implements who is
 * asking and what they may do.
 */
@ApplicationModule(allowedDependencies = {"web", "regions"})
@NullMarked
package org.jiaxue.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
