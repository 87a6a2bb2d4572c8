package org.jiaxue.credentials.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A path in millimetres from the sheet's upper left corner, y downwards. */
final class Outline {

    /** How far a cubic's handles reach so that it follows a quarter of a circle. */
    private static final double QUARTER = 0.5523;

    /** One step of the path. */
    sealed interface Step {}

    record Move(double x, double y) implements Step {}

    record Line(double x, double y) implements Step {}

    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Step {}

    record Close() implements Step {}

    private final List<Step> steps = new ArrayList<>();

    List<Step> steps() {
        return steps;
    }

    Outline move(double x, double y) {
        steps.add(new Move(x, y));
        return this;
    }

    Outline line(double x, double y) {
        steps.add(new Line(x, y));
        return this;
    }

    Outline curve(double x1, double y1, double x2, double y2, double x, double y) {
        steps.add(new Curve(x1, y1, x2, y2, x, y));
        return this;
    }

    Outline close() {
        steps.add(new Close());
        return this;
    }

    Outline box(double x, double y, double w, double h) {
        return move(x, y).line(x + w, y).line(x + w, y + h).line(x, y + h).close();
    }

    /** A box whose corners are taken out by quarter circles. */
    static Outline scooped(double x, double y, double w, double h, double r) {
        double k = QUARTER * r;
        double right = x + w;
        double low = y + h;
        return new Outline()
                .move(x + r, y)
                .line(right - r, y)
                .curve(right - r, y + k, right - k, y + r, right, y + r)
                .line(right, low - r)
                .curve(right - k, low - r, right - r, low - k, right - r, low)
                .line(x + r, low)
                .curve(x + r, low - k, x + k, low - r, x, low - r)
                .line(x, y + r)
                .curve(x + k, y + r, x + r, y + k, x + r, y)
                .close();
    }

    static Outline circle(double x, double y, double r) {
        double k = QUARTER * r;
        return new Outline()
                .move(x + r, y)
                .curve(x + r, y + k, x + k, y + r, x, y + r)
                .curve(x - k, y + r, x - r, y + k, x - r, y)
                .curve(x - r, y - k, x - k, y - r, x, y - r)
                .curve(x + k, y - r, x + r, y - k, x + r, y)
                .close();
    }

    /** A star of five points. */
    static Outline star(double x, double y, double r) {
        Outline star = new Outline();
        for (int point = 0; point < 10; point++) {
            double reach = point % 2 == 0 ? r : r * 0.45;
            double angle = Math.PI * (point / 5.0 - 0.5);
            double px = x + reach * Math.cos(angle);
            double py = y + reach * Math.sin(angle);
            if (point == 0) {
                star.move(px, py);
            } else {
                star.line(px, py);
            }
        }
        return star.close();
    }

    /** As the {@code d} of an SVG path. */
    String svg() {
        StringBuilder path = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Move(double x, double y) -> put(path, 'M', x, y);
                case Line(double x, double y) -> put(path, 'L', x, y);
                case Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                        put(path, 'C', x1, y1, x2, y2, x, y);
                case Close() -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void put(StringBuilder path, char verb, double... numbers) {
        path.append(verb);
        for (int i = 0; i < numbers.length; i++) {
            String number = String.format(Locale.ROOT, "%.2f", numbers[i]);
            path.append(i == 0 ? "" : " ").append(number.replaceAll("\\.?0+$", ""));
        }
    }
}
