package org.jiaxue.licences;

import org.jiaxue.licences.Licences.Aim;
import org.jiaxue.web.Frame;

/**
 * One thing that a level asks, as a row of a page.
 *
 * @param percent how much of it is there, 0 to 100
 */
public record AimRow(String title, String value, String note, int percent, boolean done) {

    public static AimRow of(Frame frame, Aim aim) {
        long have = Math.min(aim.have(), aim.need());
        return new AimRow(
                first(frame.say(aim.what())),
                frame.say("licences.aim.value", have, aim.need()),
                aim.met()
                        ? frame.say("licences.aim.done")
                        : frame.say("licences.aim.left", aim.need() - have),
                (int) (have * 100 / Math.max(1, aim.need())),
                aim.met());
    }

    /** A title begins with a capital where the language has them. */
    private static String first(String words) {
        return words.isEmpty()
                ? words
                : Character.toString(Character.toTitleCase(words.charAt(0))) + words.substring(1);
    }
}
