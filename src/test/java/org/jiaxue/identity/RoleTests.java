package org.jiaxue.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiaxue.web.Deed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTests {

    @ParameterizedTest
    @EnumSource(names = {"TEACHER", "SCHOOL_ADMIN"})
    void a_role_at_a_school_may_do_only_what_works_at_a_school(Role role) {
        assertThat(role.deeds()).isNotEmpty().allMatch(Deed::ofSchools);
    }

    @Test
    void those_who_look_after_a_division_run_its_activities() {
        assertThat(Role.values())
                .filteredOn(role -> role.deeds().contains(Deed.RUN_ACTIVITY))
                .containsExactly(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER);
    }
}
