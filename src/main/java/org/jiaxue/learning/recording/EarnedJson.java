package org.jiaxue.learning.recording;

import java.util.List;
import org.jiaxue.learning.Earner;
import org.jiaxue.web.Texts;

/** What was earned, in the reader's language. */
public record EarnedJson(int points, String rule, String why) {

    public static List<EarnedJson> of(Earner.Earnings earnings, Texts texts) {
        return earnings.earned().stream()
                .map(one -> new EarnedJson(one.points(), one.rule(), texts.say(one.why())))
                .toList();
    }

    /** News of levels that were reached. */
    public record ReachedJson(String scheme, String stage, int level, String news) {

        public static List<ReachedJson> of(Earner.Earnings earnings, Texts texts) {
            return earnings.reached().stream()
                    .map(one ->
                            new ReachedJson(
                                    one.scheme(), one.layer(), one.level(), texts.say(one.news())))
                    .toList();
        }
    }
}
