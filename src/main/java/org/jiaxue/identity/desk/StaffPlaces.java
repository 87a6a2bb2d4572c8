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
     * @param below divisions or, in a county, schools; at most some 2,000
     */
    record Ways(List<Choice> way, List<Choice> below) {}

    /** The first place of the viewer's own, in order of node; divisions come first. */
    List<String> own(Frame frame) {
        return Stream.concat(
                        access.where(frame.viewer(), Deed.GRANT_ROLES).stream(),
                        access.organisations(frame.viewer(), Deed.GRANT_ROLES).stream()
                                .map(Object::toString))
                .toList();
    }

    Ways from(Frame frame, Place place) {
        List<Choice> way = new ArrayList<>();
        own(frame).forEach(node -> add(frame, way, node, place));
        regions.path(place.division()).stream()
                .map(Division::code)
                .forEach(node -> add(frame, way, node, place));
        return new Ways(way, place.organisation() ? List.of() : below(frame, place));
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
        boolean county = place.node().length() == Division.Level.COUNTY.digits();
        return county
                ? regions.schools(place.node()).stream().map(StaffPlaces::school).toList()
                : regions.children(place.node()).stream()
                        .map(it -> new Choice(it.code(), frame.say(it.name())))
                        .toList();
    }

    private static Choice school(Organisation school) {
        return new Choice(school.id().toString(), school.fullName());
    }
}
