package org.jiaxue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.invitation.Invitations;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Viewer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The town's staff: every role here and elsewhere, at a school and at another of its county. */
final class Offices {

    final Map<Role, StaffId> within = new EnumMap<>(Role.class);
    final Map<Role, StaffId> outside = new EnumMap<>(Role.class);
    final Map<Role, StaffId> atSchool = new EnumMap<>(Role.class);
    final Map<Role, StaffId> atAnother = new EnumMap<>(Role.class);

    /** A school of the town's county, with a teacher and an open invitation. */
    final UUID school;

    final StaffId teacher;
    final String link;
    final UUID invitation;

    private final People people;
    private final JdbcClient jdbc;

    Offices(ApplicationContext house) {
        people = house.getBean(People.class);
        jdbc = house.getBean(JdbcClient.class);
        school = school("第一小学");
        UUID other = school("第二小学");
        for (Role role : Role.values()) {
            within.put(role, hire(role, nodeOf(role)));
            outside.put(role, hire(role, Town.ELSEWHERE));
            atSchool.put(role, hire(role, school.toString()));
            atAnother.put(role, hire(role, other.toString()));
        }
        Grant teaching = new Grant(Role.TEACHER, school.toString());
        teacher = people.hire("the.teacher", "老师", "a-long-password", List.of(teaching));
        Invitations invitations = house.getBean(Invitations.class);
        Viewer.Staff by =
                new Viewer.Staff(at(Role.SCHOOL_ADMIN), "职员", EnumSet.allOf(Viewer.Scope.class));
        link = invitations.invite(by, teaching, "新老师", "");
        invitation = invitations.open(school.toString()).getFirst().id();
    }

    StaffId officer() {
        return Objects.requireNonNull(within.get(Role.COUNTY_OFFICER));
    }

    /** Who has this role at the town's county or above it. */
    StaffId within(Role role) {
        return Objects.requireNonNull(within.get(role));
    }

    /** Who has this role at the school. */
    StaffId at(Role role) {
        return Objects.requireNonNull(atSchool.get(role));
    }

    /** Gives back what a request of before may have taken. */
    void restore() {
        jdbc.sql("update identity.staff set left_at = null where left_at is not null").update();
        jdbc.sql(
                        """
                        insert into identity.staff_grant (staff_id, role, node)
                        values (:staff, 'TEACHER', :node)
                        on conflict do nothing
                        """)
                .param("staff", teacher.value())
                .param("node", school.toString())
                .update();
        jdbc.sql(
                        """
                        update identity.invitation
                        set withdrawn_at = null, accepted_at = null, accepted_by = null
                        where invitation_id = :id
                        """)
                .param("id", invitation)
                .update();
    }

    private StaffId hire(Role role, String node) {
        String login = role.name().toLowerCase(Locale.ROOT).replace('_', '.');
        String where = node.length() > 12 ? node.substring(24) : node;
        return people.hire(
                login + "." + where, "职员", "a-long-password", List.of(new Grant(role, node)));
    }

    private UUID school(String name) {
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        insert into regions.organisation
                            (organisation_id, kind, name, county, source, source_key, valid_from)
                        values (:id, 'SCHOOL', :name, :county, 'test', :key, :from)
                        """)
                .param("id", id)
                .param("name", name)
                .param("key", id.toString())
                .param("county", Town.HERE)
                .param("from", Instant.EPOCH.atOffset(ZoneOffset.UTC).toLocalDate())
                .update();
        return id;
    }

    private static String nodeOf(Role role) {
        return switch (role) {
            case PROVINCE_OFFICER -> "33";
            case CITY_OFFICER -> "3301";
            case TEACHER, SCHOOL_ADMIN, COUNTY_OFFICER, EDITOR, REVIEWER, EXPERT, VENUE ->
                    Town.HERE;
        };
    }
}
