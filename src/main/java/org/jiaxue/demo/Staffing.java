package org.jiaxue.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jiaxue.identity.Grant;
import org.jiaxue.identity.People;
import org.jiaxue.identity.Role;
import org.jiaxue.web.Ids;
import org.jiaxue.web.StaffId;
import org.springframework.stereotype.Component;

/** Hires sample staff, one a role. */
@Component
@DemoOnly
class Staffing {

    private static final int PASSWORD_BYTES = 12;
    private static final Map<Role, String> NAMES = names();

    private final People people;

    Staffing(People people) {
        this.people = people;
    }

    /** A sample member of staff; the password is known only here and in accounts.json. */
    record Hired(Role role, StaffId id, String name, String login, String password, String node) {

        String slug() {
            return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Hires one a role; the teacher and the administrator at these schools. */
    List<Hired> hire(List<UUID> schools) {
        List<Hired> hired = new ArrayList<>();
        for (Map.Entry<Role, String> one : NAMES.entrySet()) {
            Role role = one.getKey();
            String login = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String password = Ids.token(PASSWORD_BYTES);
            List<String> nodes = nodesOf(role, schools);
            List<Grant> grants = nodes.stream().map(node -> new Grant(role, node)).toList();
            StaffId id = people.hire(login, one.getValue(), password, grants);
            hired.add(new Hired(role, id, one.getValue(), login, password, nodes.getFirst()));
        }
        return hired;
    }

    private static List<String> nodesOf(Role role, List<UUID> schools) {
        return switch (role) {
            case PROVINCE_OFFICER, EDITOR, REVIEWER, EXPERT -> List.of("33");
            case CITY_OFFICER -> List.of("3301");
            case COUNTY_OFFICER, VENUE -> List.of(Cast.COUNTY);
            case TEACHER, SCHOOL_ADMIN -> schools.stream().map(UUID::toString).toList();
        };
    }

    private static Map<Role, String> names() {
        Map<Role, String> names = new LinkedHashMap<>();
        names.put(Role.TEACHER, "示例教师");
        names.put(Role.SCHOOL_ADMIN, "示例学校管理员");
        names.put(Role.COUNTY_OFFICER, "示例区级工作人员");
        names.put(Role.CITY_OFFICER, "示例市级工作人员");
        names.put(Role.PROVINCE_OFFICER, "示例省级工作人员");
        names.put(Role.EDITOR, "示例编辑");
        names.put(Role.REVIEWER, "示例审核");
        names.put(Role.EXPERT, "示例专家");
        names.put(Role.VENUE, "示例场馆");
        return names;
    }
}
