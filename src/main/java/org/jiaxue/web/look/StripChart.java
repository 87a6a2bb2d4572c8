package org.jiaxue.web.look;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Bars over equal steps of time, a strip a row, drawn by the server: the whole first on a scale of
 * its own, then its parts in the order given, all on one scale. A value that may not be shown is a
 * hatched place, never a zero; a row of nothing else is one such place. A scale stands only where a
 * bar does.
 *
 * @param ticks words below the axis, blank where a step has none
 * @param strips the whole and its parts
 * @param height how high the drawing is; it is {@value #WIDTH} wide
 */
public record StripChart(List<LineChart.Tick> ticks, List<Strip> strips, int height) {

    /** How wide the drawing is. */
    public static final int WIDTH = 776;

    /** Where the axis begins, right of the names. */
    public static final int LEFT = 184;

    /** Where the axis ends, left of the scale's number. */
    public static final int RIGHT = 716;

    private static final int WHOLE = 84;
    private static final int PART = 46;
    private static final int TOP = 8;
    private static final int HEAD = 14;
    private static final int FOOT = 34;
    private static final int LONGEST_NAME = 12;
    private static final double WIDEST_BAR = 26;

    /** A name and its values, one a step. */
    public record Row(String name, List<Reading> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * A drawn row.
     *
     * @param base where its bars stand
     * @param roof where the top of its scale is
     * @param most the number at the top of its scale; empty where a row above says it or no bar
     *     stands
     */
    public record Strip(
            boolean whole,
            String name,
            String base,
            String roof,
            String most,
            List<Bar> bars,
            List<Bar> few) {
        public Strip {
            bars = List.copyOf(bars);
            few = List.copyOf(few);
        }
    }

    /** A bar or a hatched place. */
    public record Bar(String x, String y, String width, String height) {}

    public StripChart {
        ticks = List.copyOf(ticks);
        strips = List.copyOf(strips);
    }

    /**
     * Draws.
     *
     * @param steps a word a step, at least one
     * @param number writes a number in the reader's language
     * @throws IllegalArgumentException if a row has not a value a step
     */
    public static StripChart of(
            List<String> steps, Row whole, List<Row> parts, LongFunction<String> number) {
        var rows = new ArrayList<>(parts);
        rows.addFirst(whole);
        if (steps.isEmpty() || rows.stream().anyMatch(it -> it.values().size() != steps.size())) {
            throw new IllegalArgumentException("every row has a value or a gap for each step");
        }
        var strips = new ArrayList<Strip>();
        long own = LineChart.roof(List.of(whole.values()));
        String top = stands(whole) ? number.apply(own) : "";
        strips.add(strip(true, whole, own, TOP + WHOLE, top));
        long roof = LineChart.roof(parts.stream().map(Row::values).toList());
        int base = TOP + WHOLE;
        boolean said = false;
        for (Row part : parts) {
            base += PART;
            boolean says = !said && stands(part);
            strips.add(strip(false, part, roof, base, says ? number.apply(roof) : ""));
            said = said || says;
        }
        return new StripChart(ticks(steps), strips, base + FOOT);
    }

    /** Whether any of its values is to be seen as a bar. */
    private static boolean stands(Row row) {
        return row.values().stream()
                .anyMatch(it -> it instanceof Reading.Known(long value) && value > 0);
    }

    private static Strip strip(boolean whole, Row row, long roof, int base, String most) {
        double room = (whole ? WHOLE : PART) - HEAD;
        int steps = row.values().size();
        double width = Math.min(WIDEST_BAR, 0.7 * (RIGHT - LEFT) / steps);
        var bars = new ArrayList<Bar>();
        var few = new ArrayList<Bar>();
        if (row.values().stream().allMatch(Reading.Withheld.class::isInstance)) {
            few.add(bar(LEFT, base - HEAD, RIGHT - LEFT, HEAD));
            return strip(whole, row, base, room, "", bars, few);
        }
        for (int i = 0; i < steps; i++) {
            double x = x(i, steps) - width / 2;
            switch (row.values().get(i)) {
                case Reading.Withheld _ -> few.add(bar(x, base - HEAD, width, HEAD));
                case Reading.Known(long value) when value > 0 -> {
                    double height = room * value / roof;
                    bars.add(bar(x, base - height, width, height));
                }
                case Reading.Known _, Reading.Unknown _ -> {}
            }
        }
        return strip(whole, row, base, room, most, bars, few);
    }

    private static Strip strip(
            boolean whole,
            Row row,
            int base,
            double room,
            String most,
            List<Bar> bars,
            List<Bar> few) {
        return new Strip(
                whole,
                shortened(row.name()),
                Integer.toString(base),
                Numbers.plain(base - room),
                most,
                bars,
                few);
    }

    private static Bar bar(double x, double y, double width, double height) {
        return new Bar(
                Numbers.plain(x), Numbers.plain(y), Numbers.plain(width), Numbers.plain(height));
    }

    private static List<LineChart.Tick> ticks(List<String> steps) {
        var ticks = new ArrayList<LineChart.Tick>();
        for (int i : LineChart.labelled(steps, (double) (RIGHT - LEFT) / steps.size())) {
            ticks.add(new LineChart.Tick(Numbers.plain(x(i, steps.size())), steps.get(i)));
        }
        return ticks;
    }

    private static double x(int step, int steps) {
        return LEFT + (RIGHT - LEFT) * (step + 0.5) / steps;
    }

    /** Twelve wide characters, or twenty-four narrow ones. */
    private static String shortened(String name) {
        int width = 0;
        for (int i = 0; i < name.length(); i++) {
            width += name.charAt(i) > 0x2E7F ? 2 : 1;
            if (width > 2 * LONGEST_NAME) {
                return name.substring(0, i) + "…";
            }
        }
        return name;
    }
}
