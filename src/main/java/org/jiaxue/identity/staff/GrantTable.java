package org.jiaxue.identity.staff;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;

/**
 * Who may grant what where, as docs/decisions/staff.md shows it. An officer grants what belongs to
 * a place at their own place and below it, but no role above their own; a school's administrator
 * grants at schools alone; the others grant nothing. Who may grant a role may take it away.
 */
final class GrantTable {

    private static final Set<Role> OF_SCHOOLS = EnumSet.of(Role.TEACHER, Role.SCHOOL_ADMIN);
    private static final int PROVINCE = 2;
    private static final int CITY = 4;
    private static final int COUNTY = 6;

    private GrantTable() {}

    /** Which of the roles that belong to a place one with these grants may grant there. */
    static Set<Role> grantable(Iterable<Grant> own, Place place) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Grant grant : own) {
            roles.addAll(grantable(grant, place));
        }
        return roles;
    }

    private static Set<Role> grantable(Grant own, Place place) {
        if (!reaches(own, place)) {
            return Set.of();
        }
        return belongingTo(place).stream()
                .filter(role -> rank(role) <= rank(own.role()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The roles that are granted at such a place. */
    static Set<Role> belongingTo(Place place) {
        if (place.organisation()) {
            return OF_SCHOOLS;
        }
        return switch (place.node().length()) {
            case PROVINCE -> beside(Role.PROVINCE_OFFICER);
            case CITY -> beside(Role.CITY_OFFICER);
            case COUNTY -> beside(Role.COUNTY_OFFICER);
            default -> Set.of();
        };
    }

    private static Set<Role> beside(Role officer) {
        return EnumSet.of(officer, Role.EDITOR, Role.REVIEWER, Role.EXPERT, Role.VENUE);
    }

    private static boolean reaches(Grant own, Place place) {
        boolean covered =
                own.node().equals(place.node()) || place.division().startsWith(own.node());
        return switch (own.role()) {
            case COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER -> covered;
            case SCHOOL_ADMIN -> covered && place.organisation();
            case TEACHER, EDITOR, REVIEWER, EXPERT, VENUE -> false;
        };
    }

    /** How high a role stands; those that are no office stand below all officers. */
    private static int rank(Role role) {
        return switch (role) {
            case TEACHER, SCHOOL_ADMIN, EDITOR, REVIEWER, EXPERT, VENUE -> 0;
            case COUNTY_OFFICER -> 1;
            case CITY_OFFICER -> 2;
            case PROVINCE_OFFICER -> 3;
        };
    }
}
