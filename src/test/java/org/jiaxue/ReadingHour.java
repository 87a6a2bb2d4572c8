package org.jiaxue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionId;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;

/** An activity of one hour that any test may go to: a book is read to pupils aged 7 to 9. */
public final class ReadingHour {

    /** The street where it is held. */
    public static final String DIVISION = "330102003";

    private ReadingHour() {}

    /** Announces a reading hour of its own, held once. */
    public static Session announced(Activities activities, Instant start) {
        Activity activity =
                new Activity(
                        ActivityId.next(),
                        new Words("一本慢慢读的书", "A book read slowly"),
                        new Words("", ""),
                        new Words("服务驿站", "The station"),
                        new Words("街道", "The township"),
                        DIVISION,
                        Stage.PRIMARY,
                        new Ages(84, 120));
        Session session = session(activity.id(), start);
        activities.announce(activity, session, new StaffId(new UUID(0, 1)));
        return session;
    }

    /** One more hour of an activity, which is neither stored nor announced by this. */
    public static Session session(ActivityId activity, Instant start) {
        return new Session(SessionId.next(), activity, start, start.plus(Duration.ofHours(1)));
    }
}
