package org.jiaxue.credentials.paper;

import org.jspecify.annotations.Nullable;

/** What the sheet is drawn with, whether it becomes a PDF or a picture. Lengths are millimetres. */
interface Pen {

    /** What a stretch of the drawing is to those who do not see it. */
    enum Role {
        TITLE("H1"),
        WORDS("P"),
        FIGURE("Figure"),
        ORNAMENT("Artifact");

        private final String tag;

        Role(String tag) {
            this.tag = tag;
        }

        /** The standard structure type (ISO 32000-1, 14.8.4). */
        String tag() {
            return tag;
        }
    }

    /** Where a line's x stands in it. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * A line of text.
     *
     * @param y of its baseline
     * @param size of the letters' square
     */
    record Line(
            double x, double y, double size, String text, Ink ink, boolean bold, Anchor anchor) {

        static Line of(double x, double y, double size, String text, Ink ink) {
            return new Line(x, y, size, text, ink, false, Anchor.START);
        }

        Line strong() {
            return new Line(x, y, size, text, ink, true, anchor);
        }

        Line at(Anchor other) {
            return new Line(x, y, size, text, ink, bold, other);
        }
    }

    /**
     * Begins a stretch; stretches stand side by side and not in each other.
     *
     * @param english whether it is English and not Chinese
     * @param spoken what a figure shows, in words
     */
    void begin(Role role, boolean english, @Nullable String spoken);

    void end();

    void fill(Outline outline, Ink ink);

    void stroke(Outline outline, Ink ink, double width);

    /** Fills from one colour at the top to another at the bottom. */
    void glow(Outline outline, double top, double bottom, Ink high, Ink low);

    void write(Line line);
}
