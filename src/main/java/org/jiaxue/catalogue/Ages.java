package org.jiaxue.catalogue;

import org.jiaxue.web.Texts;

/** A child's age in whole months that something fits: from, inclusive, to, exclusive. */
public record Ages(int from, int to) {

    private static final int YEAR = 12;
    private static final int HALF = 6;

    /** Up to this age, ages that are no whole years are told in months. */
    private static final int SMALL = 3 * YEAR;

    public boolean fit(int months) {
        return from <= months && months < to;
    }

    /**
     * In plain words: 0–6 months, 3–6 years, 6½–11 years; ages past three that are no half years
     * are told by the whole years around them.
     */
    public String say(Texts texts) {
        boolean years = from % YEAR == 0 && to % YEAR == 0;
        return to <= SMALL && !years
                ? texts.say("catalogue.ages.months", from, to)
                : texts.say(
                        "catalogue.ages",
                        end(texts, "catalogue.ages.from", from, from / YEAR),
                        end(texts, "catalogue.ages.to", to, (to + YEAR - 1) / YEAR));
    }

    private static String end(Texts texts, String key, int months, int whole) {
        return months % YEAR == HALF
                ? texts.say(key + ".half", months / YEAR)
                : texts.say(key, whole);
    }
}
