package org.jiaxue.learning;

import org.jspecify.annotations.Nullable;

/**
 * What was seen at the moment at which something became a fact, and never later: by it a hold is
 * set. It travels beside the fact and is no part of the learning event.
 *
 * @param device a keyed hash, of the day, of the device or of the program's session; null where
 *     neither was shown
 * @param network a keyed hash, of the day, of the address's /24 or /48; null where the address is
 *     none of the public network
 * @param answerMillis how many milliseconds lay between the question becoming answerable for that
 *     guardian and the answer, by the database's clock; null for what is no answer
 * @param cutSeconds how many claimed new seconds of that lesson were more than time allows
 * @param playedSeconds how many seconds of it were taken
 */
public record Circumstances(
        @Nullable String device,
        @Nullable String network,
        @Nullable Integer answerMillis,
        int cutSeconds,
        int playedSeconds) {

    /** Nothing was seen. */
    public static final Circumstances NONE = new Circumstances(null, null, null, 0, 0);

    /** Whether nothing was seen by which a hold could be set. */
    public boolean empty() {
        return device == null && network == null && answerMillis == null && cutSeconds == 0;
    }

    /** The same, of an answer that took so long. */
    public Circumstances answeredIn(@Nullable Integer millis) {
        return new Circumstances(device, network, millis, cutSeconds, playedSeconds);
    }

    /** The same, of a lesson of which so much was taken and so much cut. */
    public Circumstances played(int taken, int cut) {
        return new Circumstances(device, network, answerMillis, cut, taken);
    }
}
