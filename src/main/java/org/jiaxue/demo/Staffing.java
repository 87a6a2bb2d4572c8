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

    /** Hires one a role; the teacher and the administrator at this school. */
    List<Hired> hire(UUID school) {
        List<Hired> hired = new ArrayList<>();
        for (Map.Entry<Role, String> one : NAMES.entrySet()) {
            Role role = one.getKey();
            String login = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String password = Ids.token(PASSWORD_BYTES);
            String node = nodeOf(role, school);
            StaffId id =
                    people.hire(login, one.getValue(), password, List.of(new Grant(role, node)));
            hired.add(new Hired(role, id, one.getValue(), login, password, node));
        }
        return hired;
    }

    private static String nodeOf(Role role, UUID school) {
        return switch (role) {
            case PROVINCE_OFFICER, EDITOR, REVIEWER, EXPERT -> "33";
            case CITY_OFFICER -> "3301";
            case COUNTY_OFFICER -> Cast.COUNTY;
            case TEACHER, SCHOOL_ADMIN -> school.toString();
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
        return names;
    }
}
