package org.jiaxue.activities.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionId;

/**
 * When a session is to be, as text, with what is wrong with it.
 *
 * @param values the fields as they were sent, by name
 * @param errors message keys by the field that has to be mended
 */
record SessionForm(Map<String, String> values, Map<String, String> errors) implements Filled {

    private static final Period FARTHEST = Period.ofYears(1);

    static SessionForm blank() {
        return new SessionForm(Map.of(), Map.of());
    }

    static SessionForm of(Map<String, String> sent, LocalDate today) {
        Map<String, String> values = new LinkedHashMap<>();
        sent.forEach((name, value) -> values.put(name, value.strip()));
        Map<String, String> errors = new LinkedHashMap<>();
        check(values, errors, today);
        return new SessionForm(values, errors);
    }

    /** Puts what is wrong with the fields {@code day}, {@code starts} and {@code ends}. */
    static void check(Map<String, String> values, Map<String, String> errors, LocalDate today) {
        SessionForm form = new SessionForm(values, errors);
        form.checkDay(today);
        form.checkTimes();
    }

    /** The form with one more thing to mend. */
    SessionForm with(String field, String key) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.put(field, "activities.form." + key);
        return new SessionForm(values, more);
    }

    /** The session that good fields announce, in the region's zone. */
    static Session session(Filled form, ActivityId activity, ZoneId zone) {
        LocalDate day = LocalDate.parse(form.value("day"));
        return new Session(
                SessionId.next(),
                activity,
                instant(day, form.value("starts"), zone),
                instant(day, form.value("ends"), zone));
    }

    private static Instant instant(LocalDate day, String time, ZoneId zone) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    private void checkDay(LocalDate today) {
        boolean day = parses(() -> LocalDate.parse(value("day")));
        check("day", day, "day");
        if (day) {
            LocalDate chosen = LocalDate.parse(value("day"));
            check("day", !chosen.isBefore(today), "day-past");
            check("day", chosen.isBefore(today.plus(FARTHEST)), "day-far");
        }
    }

    private void checkTimes() {
        boolean starts = parses(() -> LocalTime.parse(value("starts")));
        boolean ends = parses(() -> LocalTime.parse(value("ends")));
        check("starts", starts, "time");
        check("ends", ends, "time");
        if (starts && ends) {
            LocalTime start = LocalTime.parse(value("starts"));
            LocalTime end = LocalTime.parse(value("ends"));
            check("ends", end.isAfter(start), "ends-before");
            check("ends", !end.isAfter(start.plus(Session.LONGEST)) || wraps(start), "ends-late");
        }
    }

    /** Whether the longest session from this time would end past midnight. */
    private static boolean wraps(LocalTime start) {
        return start.plus(Session.LONGEST).isBefore(start);
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    private void check(String field, boolean holds, String key) {
        if (!holds) {
            errors.putIfAbsent(field, "activities.form." + key);
        }
    }
}
