package org.jiaxue.statistics.desk;

import org.jiaxue.regions.Division;
import org.jiaxue.schools.PlatformKind;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Question;

/**
 * What a reader of the page asks for.
 *
 * @param time the choice of time by its name in the address
 * @param otherwise whether rows were asked for that the measure does not have, so that parts are
 *     given instead
 */
record Asking(Division place, Question question, String time, boolean otherwise) {

    /** The same question in an address. */
    String query() {
        return query(place.code(), question.by());
    }

    /** The same question about another division, part by part. */
    String query(String division) {
        return query(division, By.DIVISION);
    }

    private String query(String division, By by) {
        String query =
                "division=%s&measure=%s&by=%s&time=%s"
                        .formatted(division, question.measure().slug(), by.slug(), time);
        PlatformKind platform = question.platform();
        return platform == null ? query : query + "&platform=" + platform.slug();
    }
}
