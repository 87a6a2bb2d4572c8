package org.jiaxue.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one place where it is decided what staff may do, from roles granted at a node. */
public interface Access {

    /**
     * Whether the viewer may do this at a node: a division's code, or an organisation's id, which
     * whoever may do it in its county may do too.
     */
    boolean allows(Viewer viewer, Deed deed, String node);

    /** The division codes at which this viewer was granted the deed, in order of code. */
    List<String> where(Viewer viewer, Deed deed);

    /** The organisations at which this viewer was granted the deed by name, in order of id. */
    List<UUID> organisations(Viewer viewer, Deed deed);

    /** Where the viewer works: the name of the first node of their grants; empty without any. */
    Optional<Words> post(Viewer viewer);

    /** Refuses with 403 and a sentence when the viewer may not do this there. */
    default void require(Viewer viewer, Deed deed, String node) {
        if (!allows(viewer, deed, node)) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
    }
}
