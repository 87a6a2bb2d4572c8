package org.jiaxue.identity;

import java.util.List;
import org.jiaxue.web.GuardianId;

/**
 * Where a guardian lives and for whom they learn.
 *
 * @param division the code of the guardian's own division, township or finer where known
 * @param children the children, youngest first; empty before any was added
 */
public record Household(GuardianId guardian, String division, List<Child> children) {}
