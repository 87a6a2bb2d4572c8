package org.jiaxue.licences.asking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.identity.Teaching;
import org.jiaxue.licences.Confirmations.Place;
import org.jiaxue.licences.Confirmer;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Access;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Where somebody is asked to confirm, as it is at this moment: the classes they teach at a school
 * where they still work, the schools that they were made an administrator of by name, and the
 * counties whose officer they are.
 */
@Component
class Desks {

    private final Access access;
    private final Regions regions;
    private final ObjectProvider<Teaching> teaching;

    Desks(Access access, Regions regions, ObjectProvider<Teaching> teaching) {
        this.access = access;
        this.regions = regions;
        this.teaching = teaching;
    }

    /** The places with what they are called; empty for who confirms nowhere. */
    Map<Place, Words> of(Viewer.Staff staff) {
        Map<Place, Words> places = new LinkedHashMap<>();
        for (Teaching one : teaching) {
            one.by(staff.id()).stream()
                    .filter(it ->
                            access.allows(staff, Deed.CONFIRM_FOR_CLASS, it.school().toString()))
                    .forEach(it ->
                            places.put(
                                    new Place(Confirmer.CLASS, it.classId().toString()),
                                    it.name()));
        }
        for (UUID school : access.organisations(staff, Deed.CONFIRM_FOR_SCHOOL)) {
            regions.organisation(school)
                    .ifPresent(it ->
                            places.put(new Place(Confirmer.SCHOOL, school.toString()), it.title()));
        }
        access.where(staff, Deed.CONFIRM_FOR_COUNTY).stream()
                .filter(it -> it.length() == Division.Level.COUNTY.digits())
                .forEach(it -> places.put(new Place(Confirmer.COUNTY, it), regions.nameOf(it)));
        return places;
    }

    /** Whether it is anybody's duty at all, also where no class is taught at this moment. */
    boolean any(Viewer.Staff staff) {
        return !of(staff).isEmpty()
                || !access.organisations(staff, Deed.CONFIRM_FOR_CLASS).isEmpty()
                || !access.where(staff, Deed.CONFIRM_FOR_CLASS).isEmpty()
                || !access.where(staff, Deed.CONFIRM_FOR_COUNTY).isEmpty();
    }
}
