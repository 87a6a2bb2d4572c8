package org.jiaxue.points.simulation;

import java.util.Optional;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.web.Term;

/**
 * What is tried over which term, and for which guardians.
 *
 * @param whom those who live in a division, or there and learn with a school
 */
public record Asked(Proposed proposed, Term term, Owner whom) {

    /**
     * A trial for those of a place for whom the proposal would hold.
     *
     * @param reach of whom may be told at all
     * @return empty where it would hold for none of them
     */
    public static Optional<Asked> of(Proposed proposed, Term term, Owner reach) {
        Owner owner = proposed.owner();
        if (owner.equals(reach) || reach.above(owner)) {
            return Optional.of(new Asked(proposed, term, owner));
        }
        return owner.above(reach)
                ? Optional.of(new Asked(proposed, term, reach))
                : Optional.empty();
    }
}
