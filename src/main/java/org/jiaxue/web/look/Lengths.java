package org.jiaxue.web.look;

import org.jiaxue.web.Texts;

/** Lengths of time and shares of a lesson, in words. */
public final class Lengths {
    private Lengths() {}

    /** A place on a timeline, such as 2:21 or 1:02:05. */
    public static String clock(int seconds) {
        int minutes = seconds / 60;
        return minutes < 60
                ? "%d:%02d".formatted(minutes, seconds % 60)
                : "%d:%02d:%02d".formatted(minutes / 60, minutes % 60, seconds % 60);
    }

    /** A length such as 5 分 10 秒. */
    public static String words(Texts t, int seconds) {
        int minutes = seconds / 60;
        int rest = seconds % 60;
        if (minutes == 0) {
            return t.say("web.length.seconds", rest);
        }
        return rest == 0
                ? t.say("web.length.minutes", minutes)
                : t.say("web.length.both", minutes, rest);
    }

    /** A share such as 六成, never more than was reached. */
    public static String share(Texts t, int part, int whole) {
        return t.say("web.share." + tenths(part, whole));
    }

    /** Whole tenths, from 0 to 10, never more than was reached. */
    public static int tenths(int part, int whole) {
        return Math.clamp(10L * part / whole, 0, 10);
    }
}
