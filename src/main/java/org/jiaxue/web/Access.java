package org.jiaxue.web;

import java.util.List;

/** The one place where it is decided what staff may do, from roles granted at a node. */
public interface Access {

    /** Whether the viewer may do this at the division (a code) or anything below it. */
    boolean allows(Viewer viewer, Deed deed, String division);

    /** The division codes at which this viewer was granted the deed, in order of code. */
    List<String> where(Viewer viewer, Deed deed);

    /** Refuses with 403 and a sentence when the viewer may not do this there. */
    default void require(Viewer viewer, Deed deed, String division) {
        if (!allows(viewer, deed, division)) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
    }
}
