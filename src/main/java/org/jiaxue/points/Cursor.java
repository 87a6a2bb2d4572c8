package org.jiaxue.points;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaxue.web.Ids;

/**
 * A place in a list by occurrence, the newest first: what follows lies before it in time, or at the
 * same time under a lower id. It says by itself in which month to look.
 *
 * @param at to the microsecond
 */
public record Cursor(Instant at, UUID id) {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})-([0-9a-f-]{36})");

    /** Before everything that occurred at a moment or later. */
    static Cursor before(Instant at) {
        return new Cursor(at, LOWEST);
    }

    /** Reads its text; empty for anything else. */
    static Optional<Cursor> of(String text) {
        Matcher read = TEXT.matcher(text);
        if (!read.matches()) {
            return Optional.empty();
        }
        Instant at = Instant.EPOCH.plus(Long.parseLong(read.group(1)), ChronoUnit.MICROS);
        return Ids.parse(read.group(2)).map(id -> new Cursor(at, id));
    }

    /** Whether something that occurred at a moment or later could follow. */
    boolean reaches(Instant moment) {
        return at.isAfter(moment) || (at.equals(moment) && !id.equals(LOWEST));
    }

    /** As it stands in an address: microseconds since 1970 and the id. */
    public String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}
