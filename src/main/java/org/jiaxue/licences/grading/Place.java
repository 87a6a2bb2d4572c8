package org.jiaxue.licences.grading;

import org.jiaxue.web.GuardianId;

/**
 * Where a guardian's sums are.
 *
 * @param layer the one that entries count for
 */
record Place(GuardianId guardian, String scheme, String layer, String period) {}
