package org.jiaxue.identity.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jiaxue.identity.staff.Granting;
import org.jiaxue.identity.staff.Place;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Organisation;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.springframework.stereotype.Component;

/**
 * The places where somebody may grant roles, to choose from: where they were granted it themselves,
 * the way from there down to the place shown, and what lies right below it.
 */
@Component
class StaffPlaces {

    /** So many schools are there to choose from; a search finds the others. */
    static final int MOST_SCHOOLS = 100;

    private static final int LONGEST_QUESTION = 40;

    private final Access access;
    private final Regions regions;
    private final Granting granting;

    StaffPlaces(Access access, Regions regions, Granting granting) {
        this.access = access;
        this.regions = regions;
        this.granting = granting;
    }

    /** A place to go to. */
    record Choice(String node, String name) {}

    /**
     * Where one can go from a place.
     *
     * @param way those above it, the highest first, and one's other places
     * @param below divisions or, in a county, schools; of these at most {@link #MOST_SCHOOLS}
     * @param more how many schools there was no room for
     * @param here the place itself
     * @param q by which words its schools were searched
     */
    record Ways(List<Choice> way, List<Choice> below, int more, String here, String q) {

        /** Whether the schools are to be searched rather than gone through. */
        boolean searched() {
            return more > 0 || !q.isEmpty();
        }
    }

    /** The first place of the viewer's own, in order of node; divisions come first. */
    List<String> own(Frame frame) {
        return Stream.concat(
                        access.where(frame.viewer(), Deed.GRANT_ROLES).stream(),
                        access.organisations(frame.viewer(), Deed.GRANT_ROLES).stream()
                                .map(Object::toString))
                .toList();
    }

    /** The ways from a place; where it is a county, to those of its schools that are asked for. */
    Ways from(Frame frame, Place place, String asked) {
        List<Choice> way = new ArrayList<>();
        own(frame).forEach(node -> add(frame, way, node, place));
        regions.path(place.division()).stream()
                .map(Division::code)
                .forEach(node -> add(frame, way, node, place));
        String q = asked.strip().substring(0, Math.min(LONGEST_QUESTION, asked.strip().length()));
        if (place.organisation()) {
            return new Ways(way, List.of(), 0, place.node(), "");
        }
        if (place.node().length() == Division.Level.COUNTY.digits()) {
            Regions.Found found = regions.schools(place.node(), q, MOST_SCHOOLS);
            List<Choice> schools = found.schools().stream().map(StaffPlaces::school).toList();
            return new Ways(way, schools, found.more(), place.node(), q);
        }
        return new Ways(way, below(frame, place), 0, place.node(), "");
    }

    private void add(Frame frame, List<Choice> way, String node, Place here) {
        boolean known = way.stream().anyMatch(it -> it.node().equals(node));
        if (!known && !node.equals(here.node())) {
            granting.place(node)
                    .filter(it -> access.allows(frame.viewer(), Deed.GRANT_ROLES, it.node()))
                    .ifPresent(it -> way.add(new Choice(node, frame.say(it.name()))));
        }
    }

    private List<Choice> below(Frame frame, Place place) {
        return regions.children(place.node()).stream()
                .map(it -> new Choice(it.code(), frame.say(it.name())))
                .toList();
    }

    private static Choice school(Organisation school) {
        return new Choice(school.id().toString(), school.fullName());
    }
}
