package org.jiaxue.credentials.paper;

import java.util.List;

/** The sheet as marks that a page writes as SVG, in a box of 297 by 210. */
public record Picture(List<Mark> marks) {

    /** One mark, in the order of drawing. */
    public sealed interface Mark {}

    /** A path with its paint, as SVG attributes. */
    public record Shape(String d, String fill, String stroke, String width) implements Mark {}

    /** A line of text, as SVG attributes. */
    public record Letters(
            String x, String y, String size, String text, String fill, String weight, String anchor)
            implements Mark {}

    public Picture {
        marks = List.copyOf(marks);
    }
}
