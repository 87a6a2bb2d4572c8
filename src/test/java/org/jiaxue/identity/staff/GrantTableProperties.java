package org.jiaxue.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.Role;
import org.jiaxue.web.Words;

/** Over random trees of divisions and schools, with roles granted anywhere, fitting or not. */
class GrantTableProperties {

    private static final Set<Role> OFFICERS =
            EnumSet.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER);

    /** A tree and what somebody was granted in it. */
    record Land(List<Place> places, List<Grant> own) {}

    @Property
    void nobody_gives_anybody_more_than_they_have_themselves(@ForAll("lands") Land land) {
        for (Place place : land.places()) {
            for (Role role : GrantTable.grantable(land.own(), place)) {
                List<Grant> given = List.of(new Grant(role, place.node()));
                for (Place other : land.places()) {
                    assertThat(GrantTable.grantable(land.own(), other))
                            .containsAll(GrantTable.grantable(given, other));
                }
            }
        }
    }

    @Property
    void nobody_grants_above_or_beside_where_they_are(@ForAll("lands") Land land) {
        for (Place place : land.places()) {
            boolean below =
                    land.own().stream()
                            .anyMatch(own ->
                                    place.node().equals(own.node())
                                            || place.division().startsWith(own.node()));
            if (!below) {
                assertThat(GrantTable.grantable(land.own(), place)).isEmpty();
            }
        }
    }

    @Property
    void only_officers_and_school_administrators_grant(@ForAll("lands") Land land) {
        List<Grant> others =
                land.own().stream()
                        .filter(it -> !OFFICERS.contains(it.role()))
                        .filter(it -> it.role() != Role.SCHOOL_ADMIN)
                        .toList();
        for (Place place : land.places()) {
            assertThat(GrantTable.grantable(others, place)).isEmpty();
        }
    }

    @Property
    void a_school_administrator_grants_at_schools_alone(@ForAll("lands") Land land) {
        List<Grant> own = land.own().stream().filter(it -> it.role() == Role.SCHOOL_ADMIN).toList();
        for (Place place : land.places()) {
            Set<Role> roles = GrantTable.grantable(own, place);
            assertThat(roles).isSubsetOf(Role.TEACHER, Role.SCHOOL_ADMIN);
            assertThat(roles.isEmpty() || place.organisation()).isTrue();
        }
    }

    @Property
    void what_is_granted_at_a_place_belongs_there(@ForAll("lands") Land land) {
        for (Place place : land.places()) {
            Set<Role> roles = GrantTable.grantable(land.own(), place);
            Set<Role> allowed =
                    place.organisation()
                            ? EnumSet.of(Role.TEACHER, Role.SCHOOL_ADMIN)
                            : switch (place.node().length()) {
                                case 2 -> officesOf(Role.PROVINCE_OFFICER);
                                case 4 -> officesOf(Role.CITY_OFFICER);
                                case 6 -> officesOf(Role.COUNTY_OFFICER);
                                default -> EnumSet.noneOf(Role.class);
                            };
            assertThat(allowed).containsAll(roles);
        }
    }

    private static Set<Role> officesOf(Role officer) {
        return EnumSet.of(officer, Role.EDITOR, Role.REVIEWER, Role.EXPERT, Role.VENUE);
    }

    @Provide
    Arbitrary<Land> lands() {
        return places().flatMap(places ->
                Combinators.combine(
                                Arbitraries.of(Role.class), Arbitraries.of(places).map(Place::node))
                        .as(Grant::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(own -> new Land(places, own)));
    }

    /** Provinces with cities, counties, townships and schools; at least one of each level. */
    private static Arbitrary<List<Place>> places() {
        Arbitrary<String> codes =
                Combinators.combine(
                                Arbitraries.integers().between(33, 34),
                                Arbitraries.integers().between(1, 2),
                                Arbitraries.integers().between(1, 2),
                                Arbitraries.of(2, 4, 6, 9))
                        .as((province, city, county, digits) ->
                                "%d%02d%02d001"
                                        .formatted(province, city, county)
                                        .substring(0, digits));
        Arbitrary<Place> schools =
                codes.filter(code -> code.length() == 6)
                        .map(county -> place(UUID.randomUUID().toString(), county));
        return Combinators.combine(
                        codes.list().uniqueElements().ofMinSize(1).ofMaxSize(8),
                        schools.list().ofMinSize(1).ofMaxSize(4))
                .as((divisions, others) -> {
                    List<Place> places = new ArrayList<>(others);
                    divisions.forEach(code -> places.add(place(code, code)));
                    return places;
                });
    }

    private static Place place(String node, String division) {
        return new Place(node, division, new Words(node, node));
    }
}
