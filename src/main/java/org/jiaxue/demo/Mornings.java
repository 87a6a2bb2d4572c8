package org.jiaxue.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.activities.Activities;
import org.jiaxue.activities.Activity;
import org.jiaxue.activities.ActivityId;
import org.jiaxue.activities.CheckIn;
import org.jiaxue.activities.Session;
import org.jiaxue.activities.SessionId;
import org.jiaxue.activities.SignIn;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.identity.Stage;
import org.jiaxue.web.GuardianId;
import org.jiaxue.web.StaffId;
import org.jiaxue.web.Words;
import org.springframework.stereotype.Component;

/** Holds activities on the Saturdays of the term, and one that is still to come. */
@Component
@DemoOnly
class Mornings {

    private static final Duration LENGTH = Duration.ofHours(1);
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Activities activities;
    private final SignIn signIn;
    private final TermTimes times;

    Mornings(Activities activities, SignIn signIn, TermTimes times) {
        this.activities = activities;
        this.signIn = signIn;
        this.times = times;
    }

    Activity announce(StaffId organiser, String county) {
        Activity reading =
                new Activity(
                        ActivityId.next(),
                        new Words("亲子共读：一本慢慢读的书", "Reading together, slowly"),
                        new Words(
                                "示例活动。一位家长带一个孩子，一起把一本书慢慢读完，再说说各自最喜欢的一页。",
                                "A sample activity. One parent and one child read a book slowly to"
                                        + " its end, and each tells of the page they liked best."),
                        new Words("街道服务驿站二楼", "The street's family station, first floor"),
                        new Words("示例组织者", "A sample organiser"),
                        county,
                        Stage.PRIMARY,
                        new Ages(72, 144));
        activities.create(reading, organiser);
        return reading;
    }

    /** Holds this morning's sessions; these guardians type the code that they are shown. */
    void hold(Map<Activity, List<GuardianId>> present, Instant morning) {
        Map<Activity, SessionId> sessions = new LinkedHashMap<>();
        present.keySet().forEach(one -> sessions.put(one, session(one, morning)));
        times.tell(morning.plus(LATE));
        sessions.forEach((activity, session) -> {
            String digits = signIn.digits(session).orElseThrow();
            Crowd.each(
                    present.getOrDefault(activity, List.of()),
                    guardian -> welcome(signIn.typed(guardian, activity.id(), digits)));
        });
    }

    private static void welcome(CheckIn came) {
        if (!(came instanceof CheckIn.Welcomed)) {
            throw new IllegalStateException("Not signed in: " + came);
        }
    }

    SessionId session(Activity activity, Instant morning) {
        SessionId session = SessionId.next();
        activities.hold(new Session(session, activity.id(), morning, morning.plus(LENGTH)));
        return session;
    }
}
