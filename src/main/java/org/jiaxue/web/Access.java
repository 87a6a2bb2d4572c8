package org.jiaxue.web;

import java.util.List;
import java.util.Optional;

/** The one place where it is decided what staff may do, from roles granted at a node. */
public interface Access {

    /** Whether the viewer may do this at the division (a code) or anything below it. */
    boolean allows(Viewer viewer, Deed deed, String division);

    /** The division codes at which this viewer was granted the deed, in order of code. */
    List<String> where(Viewer viewer, Deed deed);

    /** Where the viewer works: the name of the first node of their grants; empty without any. */
    Optional<Words> post(Viewer viewer);

    /** Refuses with 403 and a sentence when the viewer may not do this there. */
    default void require(Viewer viewer, Deed deed, String division) {
        if (!allows(viewer, deed, division)) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
    }
}
