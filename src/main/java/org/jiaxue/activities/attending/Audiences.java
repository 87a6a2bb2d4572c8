package org.jiaxue.activities.attending;

import org.jiaxue.activities.Activity;
import org.jiaxue.catalogue.Ages;
import org.jiaxue.web.Frame;
import org.springframework.stereotype.Component;

/** Says for whom an activity is: the ages of the children, else the whole stage. */
@Component
class Audiences {

    private static final int YEAR = 12;

    String of(Frame frame, Activity activity) {
        Ages ages = activity.ages();
        return ages == null
                ? frame.say("activities.stage." + activity.stage().slug())
                : ages(frame, ages);
    }

    private static String ages(Frame frame, Ages ages) {
        if (ages.from() % YEAR != 0 || ages.to() % YEAR != 0) {
            return frame.say("activities.months", ages.from(), ages.to() - 1);
        }
        int from = ages.from() / YEAR;
        int last = ages.to() / YEAR - 1;
        return from == last
                ? frame.say("activities.year", from)
                : frame.say("activities.years", from, last);
    }
}
