package org.jiaxue.identity.staff;

import org.jiaxue.web.Words;

/**
 * A node at which roles are granted.
 *
 * @param node a division's code or an organisation's id
 * @param division the division itself, or the county of the organisation
 */
public record Place(String node, String division, Words name) {

    public boolean organisation() {
        return !node.equals(division);
    }
}
