package org.jiaxue.points.detection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a detector may look at. */
public enum Measure {
    /** Whole per cent of a lesson's claimed new seconds that were more than time allows. */
    CUT_PERCENT,
    /** How many seconds those are. */
    CUT_SECONDS,
    /** Milliseconds from the first playing of the lesson to the right answer. */
    ANSWER_MILLIS,
    /** Which guardian of the day this is on the device, from 1. */
    GUARDIANS_ON_DEVICE,
    /** Which guardian of the day this is on the network, from 1. */
    GUARDIANS_ON_NETWORK;

    /** Its name in files, for instance {@code cut-percent}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Measure> ofSlug(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
