package org.jiaxue.points.simulation;

import org.jiaxue.points.TrialGrading;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.web.Words;

/** What is tried. */
public sealed interface Proposed {

    /** A rule set, as if it had been in force for the whole term. */
    record OfRules(RuleSet set) implements Proposed {

        @Override
        public Owner owner() {
            return set.owner();
        }

        @Override
        public Words title() {
            return set.name();
        }
    }

    /** A scheme, as if it had been in force for the whole term. */
    record OfScheme(TrialGrading.Proposal scheme) implements Proposed {

        @Override
        public Owner owner() {
            return Owner.of(scheme.division());
        }

        @Override
        public Words title() {
            return scheme.title();
        }
    }

    /** For whom it would hold. */
    Owner owner();

    Words title();
}
