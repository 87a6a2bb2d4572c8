package org.jiaxue.learning.playback;

import org.jiaxue.learning.Earner;

/** What became of a beat. */
sealed interface BeatAnswer {

    /**
     * It was taken.
     *
     * @param cutSeconds how many of the claimed new seconds were more than time allows
     * @param earnings all that this playback has earned so far
     */
    record Taken(int coveredSeconds, int cutSeconds, boolean completed, Earner.Earnings earnings)
            implements BeatAnswer {

        Taken earning(Earner.Earnings all) {
            return new Taken(coveredSeconds, cutSeconds, completed, all);
        }
    }

    /** The guardian never started this playback. */
    record Unknown() implements BeatAnswer {}

    /** Another playback of the guardian is active. */
    record Elsewhere() implements BeatAnswer {}

    /** The guardian has withdrawn that learning is recorded, and nothing plays any more. */
    record NotAgreed() implements BeatAnswer {}

    /** A span ends after the lesson does. */
    record Outside(int seconds) implements BeatAnswer {}
}
