package org.jiaxue.points.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.web.Ids;
import org.jspecify.annotations.Nullable;

/**
 * Whose rules they are: a division's, for it and all below, or a school's, for guardians who live
 * in its county.
 *
 * @param division the division's code; for a school its county's
 */
public record Owner(String division, @Nullable UUID school) {

    private static final Pattern KEY =
            Pattern.compile("(\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12})|(\\d{6})/([0-9a-f-]{36})");

    /** Nobody: where no rules are in force. */
    static final Owner NOBODY = new Owner("", null);

    public static Owner of(String division) {
        return new Owner(division, null);
    }

    public static Owner of(String county, UUID school) {
        return new Owner(county, school);
    }

    /** The owner that a key names, for instance {@code 330102}; empty for anything else. */
    public static Optional<Owner> ofKey(String key) {
        Matcher read = KEY.matcher(key);
        if (!read.matches()) {
            return Optional.empty();
        }
        return read.group(1) != null
                ? Optional.of(of(read.group(1)))
                : Ids.parse(read.group(3)).map(school -> of(read.group(2), school));
    }

    /** Its name in tables, files and addresses. */
    public String key() {
        return school == null
                ? division
                : division + "/" + school.toString().toLowerCase(Locale.ROOT);
    }

    /** Where it stands among places: the division's code or the school's id. */
    public String node() {
        return school == null ? division : school.toString();
    }

    /** Whether its rules hold for who lives in a division and learns with a school. */
    public boolean governs(String place, @Nullable UUID learningWith) {
        return !division.isEmpty()
                && place.startsWith(division)
                && (school == null || school.equals(learningWith));
    }

    /** Whether this one's rules come down to the other's. */
    public boolean above(Owner other) {
        return school == null && other.division.startsWith(division) && !equals(other);
    }

    /** Greater the further down. */
    int depth() {
        return division.length() + (school == null ? 0 : 100);
    }
}
