package org.jiaxue.activities.attending;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jiaxue.activities.Session;
import org.jiaxue.web.Texts;
import org.jiaxue.web.Times;
import org.springframework.stereotype.Component;

/** Says when a session is, in the region's zone and the reader's language. */
@Component
public class Hours {

    private final Times times;

    Hours(Times times) {
        this.times = times;
    }

    ZoneId zone() {
        return times.zone();
    }

    LocalDate dayOf(Session session) {
        return times.dayOf(session.startsAt());
    }

    /** The day with its weekday and the hours: 6 月 14 日周六 10:00–11:00. */
    public String span(Texts texts, Session session) {
        return texts.say(
                "activities.when",
                format(texts, "activities.format.day", session.startsAt()),
                hours(texts, session));
    }

    /** The hours alone: 10:00–11:00. */
    String hours(Texts texts, Session session) {
        return hour(texts, session.startsAt()) + "–" + hour(texts, session.endsAt());
    }

    /** A moment with its day: 6 月 14 日周六 9:30. */
    public String moment(Texts texts, Instant at) {
        return texts.say(
                "activities.when", format(texts, "activities.format.day", at), hour(texts, at));
    }

    String hour(Texts texts, Instant at) {
        return format(texts, "activities.format.hour", at);
    }

    private String format(Texts texts, String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(texts.say(pattern), texts.locale())
                .format(at.atZone(times.zone()));
    }
}
