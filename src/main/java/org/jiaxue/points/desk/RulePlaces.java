package org.jiaxue.points.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiaxue.points.draft.Draft;
import org.jiaxue.points.draft.Drafts;
import org.jiaxue.points.place.OwnerPlaces;
import org.jiaxue.points.rules.Effective;
import org.jiaxue.points.rules.Owner;
import org.jiaxue.points.rules.Rulebook;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Ids;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;

/**
 * Where somebody drafts rules and where they approve them. A draft is seen by those who may draft
 * for its place, and is not there for anybody else; what is in force is seen by all of them.
 */
@Component
class RulePlaces {

    private final Access access;
    private final Regions regions;
    private final Drafts drafts;
    private final OwnerPlaces places;

    RulePlaces(Access access, Regions regions, Drafts drafts, OwnerPlaces places) {
        this.access = access;
        this.regions = regions;
        this.drafts = drafts;
        this.places = places;
    }

    /**
     * A division or a school.
     *
     * @param node the division's code or the school's id
     * @param approves whether the viewer may approve rules of this place
     */
    record Place(Owner owner, String node, Words name, boolean approves) {

        String path() {
            return "/console/rules?place=" + node;
        }
    }

    /** The place that is asked for, or where the viewer works; refuses where they may not draft. */
    Place place(Frame frame, String node) {
        Place place = anywhere(frame, node);
        access.require(frame.viewer(), Deed.DRAFT_RULES, place.node());
        return place;
    }

    /** The same for who may draft anywhere, to read what is in force there. */
    Place anywhere(Frame frame, String node) {
        List<String> own = own(frame);
        return places.find(node.isEmpty() ? own.getFirst() : node)
                .map(it -> place(frame, it))
                .orElseThrow(() -> new Refusal(Problem.notFound("points.problem.no-such-place")));
    }

    /** Where the viewer was granted to draft; refuses who may draft nowhere. */
    List<String> own(Frame frame) {
        List<String> nodes = new ArrayList<>(access.where(frame.viewer(), Deed.DRAFT_RULES));
        access.organisations(frame.viewer(), Deed.DRAFT_RULES)
                .forEach(it -> nodes.add(it.toString()));
        if (nodes.isEmpty()) {
            throw new Refusal(Problem.forbidden("web.problem.not-yours"));
        }
        return nodes;
    }

    /** An owner as a place, whether or not the viewer may do anything there. */
    Place place(Frame frame, Owner owner) {
        String node = owner.node();
        return new Place(
                owner, node, name(owner), access.allows(frame.viewer(), Deed.APPROVE_RULES, node));
    }

    Words name(Owner owner) {
        return places.name(owner);
    }

    /** The draft, for who may draft for its place; for others there is none. */
    Draft draft(Frame frame, String id) {
        own(frame);
        return Ids.parse(id)
                .flatMap(drafts::find)
                .filter(it -> drafts(frame, it.owner()))
                .orElseThrow(() -> new Refusal(Problem.notFound("points.problem.no-such-draft")));
    }

    boolean drafts(Frame frame, Owner owner) {
        return access.allows(frame.viewer(), Deed.DRAFT_RULES, owner.node());
    }

    /** Whether the viewer may see how the ledger's checks came out. */
    boolean checksLedger(Frame frame) {
        return !access.where(frame.viewer(), Deed.CHECK_LEDGER).isEmpty();
    }

    /** The divisions right below, down to the counties. */
    List<Division> below(Owner owner) {
        return owner.school() != null || owner.division().length() >= Division.Level.COUNTY.digits()
                ? List.of()
                : regions.children(owner.division());
    }

    /** The rules that come down to an owner on a day. */
    Effective above(Rulebook book, Owner owner, LocalDate day) {
        String division =
                owner.school() != null
                        ? owner.division()
                        : regions.find(owner.division()).flatMap(Division::parent).orElse("");
        return book.inForce(division, null, day);
    }

    static Viewer.Staff staff(Frame frame) {
        return (Viewer.Staff) frame.viewer();
    }
}
