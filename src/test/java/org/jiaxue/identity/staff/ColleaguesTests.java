package org.jiaxue.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jiaxue.RoomTest;
import org.jiaxue.identity.Colleague;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.regions.Regions;
import org.jiaxue.regions.SchoolImport;
import org.jiaxue.web.StaffId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
class ColleaguesTests {

    @Autowired People people;
    @Autowired Regions regions;
    @Autowired SchoolImport schools;
    @Autowired JdbcClient jdbc;

    @Test
    void colleagues_are_those_granted_a_role_at_that_very_node() {
        schools.starter();
        String school = regions.schools("330105").getFirst().id().toString();
        StaffId both =
                hire("both", new Grant(Role.TEACHER, school), new Grant(Role.SCHOOL_ADMIN, school));
        hire("above", new Grant(Role.COUNTY_OFFICER, "330105"));
        StaffId gone = hire("gone", new Grant(Role.TEACHER, school));
        jdbc.sql("update identity.staff set left_at = now() where staff_id = :staff")
                .param("staff", gone.value())
                .update();

        assertThat(people.colleagues(school))
                .containsExactly(
                        new Colleague(both, "both", Set.of(Role.TEACHER, Role.SCHOOL_ADMIN)));
    }

    private StaffId hire(String login, Grant... grants) {
        return people.hire(login, login, "a-long-password", List.of(grants));
    }
}
