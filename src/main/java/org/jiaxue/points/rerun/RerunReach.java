package org.jiaxue.points.rerun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.points.place.OwnerPlaces;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.RuleSet;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;

/**
 * For whom somebody may have ledgers gone through again: for their places and those below them, as
 * they may approve rules there. A run does nothing but carry out what was approved.
 */
@Component
class RerunReach {

    private final Access access;
    private final Regions regions;
    private final OwnerPlaces places;

    RerunReach(Access access, Regions regions, OwnerPlaces places) {
        this.access = access;
        this.regions = regions;
        this.places = places;
    }

    /**
     * A division or a school.
     *
     * @param node the division's code or the school's id
     */
    record Place(Owner owner, String node, Words name) {}

    /** The place that is asked for, or where the viewer works; refuses any that is not theirs. */
    Place place(Frame frame, String asked) {
        List<String> own = own(frame);
        String node = asked.isEmpty() ? own.getFirst() : asked;
        Place place =
                places.find(node)
                        .map(this::place)
                        .orElseThrow(() ->
                                new Refusal(Problem.notFound("points.problem.no-such-place")));
        access.require(frame.viewer(), Deed.APPROVE_RULES, place.node());
        return place;
    }

    private List<String> own(Frame frame) {
        List<String> own = access.where(frame.viewer(), Deed.APPROVE_RULES);
        if (own.isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return own;
    }

    Place place(Owner owner) {
        return new Place(owner, owner.node(), name(owner));
    }

    /** Whether a run is for one of the viewer's places or below it. */
    boolean reaches(Frame frame, Rerun run) {
        return access.allows(frame.viewer(), Deed.APPROVE_RULES, run.owner().node());
    }

    /** The viewer's places by node, this one first. */
    Map<String, String> choices(Frame frame, Place here) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(here.node(), frame.say(here.name()));
        own(frame).forEach(it -> choices.put(it, frame.say(regions.nameOf(it))));
        return choices;
    }

    /** The places right below: divisions down to the counties, and schools with their own rules. */
    Map<String, String> below(Frame frame, Place here, Rulebook book) {
        Map<String, String> below = new LinkedHashMap<>();
        if (here.owner().school() != null) {
            return below;
        }
        if (here.node().length() < Division.Level.COUNTY.digits()) {
            regions.children(here.node()).forEach(it -> below.put(it.code(), frame.say(it.name())));
        } else {
            book.sets().stream()
                    .map(RuleSet::owner)
                    .filter(it -> it.school() != null && here.owner().above(it))
                    .distinct()
                    .forEach(it -> below.put(it.node(), frame.say(name(it))));
        }
        return below;
    }

    Words name(Owner owner) {
        return places.name(owner);
    }
}
