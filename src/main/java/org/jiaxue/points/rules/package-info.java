/**
 * What rules make of facts: rule sets as their files say them, and the arithmetic that credits
 * claims by them. Knows of no ledger.
 */
@NullMarked
package org.jiaxue.points.rules;

import org.jspecify.annotations.NullMarked;
