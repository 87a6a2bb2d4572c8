package org.jiaxue.learning.recording;

import java.util.List;
import org.jiaxue.learning.Earner;
import org.jiaxue.web.Texts;

/**
 * What was earned, in the reader's language.
 *
 * @param points what is in the balance
 * @param held what waits for a person and is in no balance yet
 */
public record EarnedJson(int points, String rule, String why, int held) {

    public static List<EarnedJson> of(Earner.Earnings earnings, Texts texts) {
        return earnings.earned().stream()
                .map(one ->
                        new EarnedJson(one.points(), one.rule(), texts.say(one.why()), one.held()))
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
