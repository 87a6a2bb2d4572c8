package org.jiaxue.web.look;

/** One window of the house: one level of one layer. */
public sealed interface Pane {
    /**
     * Reached.
     *
     * @param fresh whether it was reached by what the guardian just did: it fades in, once
     */
    record Lit(boolean fresh) implements Pane {}

    /**
     * The next one to light.
     *
     * @param percent of what it needs, 0 to 100
     */
    record Filling(int percent) implements Pane {
        public Filling {
            percent = Math.clamp(percent, 0, 100);
        }

        /** Where the light's upper rim lies in a window 31 high. */
        public String top() {
            return Numbers.plain(31.0 * (100 - percent) / 100);
        }

        /** How high the light stands in a window 31 high. */
        public String height() {
            return Numbers.plain(31.0 * percent / 100);
        }
    }

    /** Not reached yet. */
    record Unlit() implements Pane {}

    /** Belongs to a layer whose time has not come. */
    record Later() implements Pane {}
}
