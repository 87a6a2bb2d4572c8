/**
 * How people come in: guardians by a one-time code sent to their phone, staff by a password, and
 * how often either may be tried.
 */
@NullMarked
package org.jiaxue.identity.signin;

import org.jspecify.annotations.NullMarked;
