package org.jiaxue.identity;

/**
 * A role at a node.
 *
 * @param node a division's code, which covers every division and organisation below it, or an
 *     organisation's id, which covers that organisation alone
 */
public record Grant(Role role, String node) {}
