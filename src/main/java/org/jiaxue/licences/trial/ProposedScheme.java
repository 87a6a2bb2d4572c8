package org.jiaxue.licences.trial;

import org.jiaxue.licences.scheme.Scheme;
import org.jiaxue.points.TrialGrading;
import org.jiaxue.web.Words;

/** A scheme that was read and is kept nowhere. */
record ProposedScheme(Scheme scheme) implements TrialGrading.Proposal {

    @Override
    public String division() {
        return scheme.division();
    }

    @Override
    public Words title() {
        return scheme.title();
    }
}
