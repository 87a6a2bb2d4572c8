package org.jiaxue.identity;

import java.util.Set;
import org.jiaxue.web.StaffId;

/**
 * Somebody who works at a node.
 *
 * @param roles what they were granted at that very node, at least one
 */
public record Colleague(StaffId id, String name, Set<Role> roles) {

    public Colleague {
        roles = Set.copyOf(roles);
    }
}
