package org.jiaxue.credentials.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gathers the drawing for a page, which writes it as SVG; its words stand beside it as text. */
final class PicturePen implements Pen {

    private final List<Picture.Mark> marks = new ArrayList<>();

    Picture picture() {
        return new Picture(List.copyOf(marks));
    }

    @Override
    public void begin(Role role, boolean english, @Nullable String spoken) {}

    @Override
    public void end() {}

    @Override
    public void fill(Outline outline, Ink ink) {
        marks.add(new Picture.Shape(outline.svg(), ink.hex(), "none", "0"));
    }

    @Override
    public void stroke(Outline outline, Ink ink, double width) {
        marks.add(new Picture.Shape(outline.svg(), "none", ink.hex(), number(width)));
    }

    /** The page has one such glow, from the lit colour to the lamp's. */
    @Override
    public void glow(Outline outline, double top, double bottom, Ink high, Ink low) {
        marks.add(new Picture.Shape(outline.svg(), "url(#jx-sheet-glow)", "none", "0"));
    }

    @Override
    public void write(Line line) {
        marks.add(
                new Picture.Letters(
                        number(line.x()),
                        number(line.y()),
                        number(line.size()),
                        line.text(),
                        line.ink().hex(),
                        line.bold() ? "700" : "400",
                        line.anchor().name().toLowerCase(Locale.ROOT)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
