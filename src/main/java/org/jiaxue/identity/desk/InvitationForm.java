package org.jiaxue.identity.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jiaxue.identity.Role;
import org.jiaxue.identity.invitation.Invitation;
import org.jiaxue.identity.staff.RoleWords;

/**
 * An invitation as it was filled in.
 *
 * @param values the fields as they were sent
 * @param errors message keys by the field that has to be mended
 */
record InvitationForm(Map<String, String> values, Map<String, String> errors) {

    static InvitationForm of(Map<String, String> sent, Set<Role> grantable) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((name, value) -> values.put(name, value.strip()));
        InvitationForm form = new InvitationForm(values, new LinkedHashMap<>());
        if (RoleWords.named(form.value("role")).filter(grantable::contains).isEmpty()) {
            form.errors.put("role", "identity.problem.role");
        }
        if (form.name().isEmpty()) {
            form.errors.put("name", "identity.problem.staff-name-missing");
        } else if (form.name().length() > Invitation.LONGEST_NAME) {
            form.errors.put("name", "identity.problem.staff-name-long");
        }
        if (form.note().length() > Invitation.LONGEST_NOTE) {
            form.errors.put("note", "identity.problem.note-long");
        }
        return form;
    }

    boolean good() {
        return errors.isEmpty();
    }

    Role role() {
        return RoleWords.named(value("role")).orElseThrow();
    }

    String name() {
        return value("name");
    }

    String note() {
        return value("note");
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
