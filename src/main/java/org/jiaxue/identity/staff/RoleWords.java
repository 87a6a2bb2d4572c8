package org.jiaxue.identity.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jiaxue.identity.Role;
import org.jiaxue.web.Frame;

/** What a role is called. */
public final class RoleWords {

    private RoleWords() {}

    /** As an address and a form write it, for instance {@code school-admin}. */
    public static String slug(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> named(String slug) {
        return Arrays.stream(Role.values()).filter(it -> slug(it).equals(slug)).findFirst();
    }

    public static String of(Frame frame, Role role) {
        return frame.say("identity.role." + slug(role));
    }
}
