package org.jiaxue.web.look;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A line chart drawn by the server: whole numbers over equal steps of time, from a zero base. A
 * value that may not be shown leaves a gap and a hatched place, never a zero.
 *
 * @param ticks words below the axis, one a step, blank where the step has none
 * @param grid horizontal lines with their numbers, lowest first
 * @param series at most {@value #MOST_SERIES} lines
 * @param few hatched places, where at least one value is withheld
 * @param goal a dashed line; null where there is none
 */
public record LineChart(
        List<Tick> ticks,
        List<GridLine> grid,
        List<Line> series,
        List<Withheld> few,
        @Nullable GridLine goal) {
    /** The most lines in one chart. */
    public static final int MOST_SERIES = 4;

    static final double LEFT = 56;
    static final double RIGHT = 500;
    static final double TOP = 20;
    static final double BOTTOM = 240;
    private static final long WHOLE = 1000;
    private static final double NARROW = 7.4;
    private static final double WIDE = 14.5;
    private static final double APART = 7;

    /** What is to be reached, and its words. */
    public record Goal(long value, String words) {}

    /** A name and its values, one a step. */
    public record Series(String name, String latest, List<Reading> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** A word below the axis. */
    public record Tick(String x, String label) {}

    /** A horizontal line. */
    public record GridLine(String y, String label) {}

    /**
     * A drawn line.
     *
     * @param place 1 to 4: decides colour, dash and mark
     * @param path SVG path data, broken where a value is withheld
     * @param labelY where its name stands at the right end
     */
    public record Line(
            int place, String name, String latest, String path, List<Mark> marks, String labelY) {
        public Line {
            marks = List.copyOf(marks);
        }

        Line at(String y) {
            return new Line(place, name, latest, path, marks, y);
        }
    }

    /** A mark upon a value. */
    public record Mark(String x, String y) {}

    /** A hatched place of a step whose value is withheld. */
    public record Withheld(String x, String width) {}

    public LineChart {
        ticks = List.copyOf(ticks);
        grid = List.copyOf(grid);
        series = List.copyOf(series);
        few = List.copyOf(few);
    }

    /**
     * Draws.
     *
     * @param steps a word a step, such as the first day of a week, at least one
     * @param number writes a number in the reader's language
     * @throws IllegalArgumentException if there are too many series or one has not a value a step
     */
    public static LineChart of(
            List<String> steps, List<Series> series, LongFunction<String> number) {
        return drawn(
                steps, series, roof(series.stream().map(Series::values).toList()), null, number);
    }

    /**
     * Draws shares in thousandths of a whole, at most 1,000.
     *
     * @param number writes a share in the reader's language
     */
    public static LineChart shares(
            List<String> steps,
            List<Series> series,
            @Nullable Goal goal,
            LongFunction<String> number) {
        var all = new ArrayList<List<Reading>>(series.stream().map(Series::values).toList());
        if (goal != null) {
            all.add(List.of(new Reading.Known(goal.value())));
        }
        return drawn(steps, series, Math.min(WHOLE, roof(all)), goal, number);
    }

    private static LineChart drawn(
            List<String> steps,
            List<Series> series,
            long top,
            @Nullable Goal goal,
            LongFunction<String> number) {
        if (steps.isEmpty() || series.size() > MOST_SERIES) {
            throw new IllegalArgumentException("a chart has at least one step and at most 4 lines");
        }
        if (series.stream().anyMatch(one -> one.values().size() != steps.size())) {
            throw new IllegalArgumentException("every line has a value or a gap for each step");
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < series.size(); i++) {
            lines.add(line(i + 1, series.get(i), top));
        }
        return new LineChart(
                ticks(steps),
                grid(top, series, number),
                apart(lines),
                withheld(steps.size(), series),
                goal == null
                        ? null
                        : new GridLine(Numbers.plain(y(goal.value(), top)), goal.words()));
    }

    /** The smallest of 4, 8, 20, 40, 80, 200 … that is not below the greatest value. */
    static long roof(List<List<Reading>> series) {
        long most = 1;
        for (var values : series) {
            for (var value : values) {
                if (value instanceof Reading.Known(long number)) {
                    most = Math.max(most, number);
                }
            }
        }
        for (long scale = 1; ; scale *= 10) {
            for (long step : new long[] {4, 8, 20}) {
                if (step * scale >= most) {
                    return step * scale;
                }
            }
        }
    }

    /** Without any value to read off it there is no scale, only the base. */
    private static List<GridLine> grid(long top, List<Series> series, LongFunction<String> number) {
        var grid = new ArrayList<GridLine>();
        boolean shown =
                series.stream()
                        .flatMap(one -> one.values().stream())
                        .anyMatch(Reading.Known.class::isInstance);
        if (!shown) {
            grid.add(new GridLine(Numbers.plain(y(0, top)), number.apply(0)));
            return grid;
        }
        for (int i = 0; i <= 4; i++) {
            long value = top / 4 * i;
            grid.add(new GridLine(Numbers.plain(y(value, top)), number.apply(value)));
        }
        return grid;
    }

    private static List<Tick> ticks(List<String> steps) {
        var ticks = new ArrayList<Tick>();
        double step = (RIGHT - LEFT - 20) / Math.max(1, steps.size() - 1);
        for (int i : labelled(steps, step)) {
            ticks.add(new Tick(Numbers.plain(x(i, steps.size())), steps.get(i)));
        }
        return ticks;
    }

    /** The steps whose words stand below the axis without touching; the newest is one of them. */
    static List<Integer> labelled(List<String> steps, double step) {
        double widest = steps.stream().mapToDouble(LineChart::width).max().orElse(0) + APART;
        int every = Math.max(1, (int) Math.ceil(widest / step));
        var labelled = new ArrayList<Integer>();
        for (int i = (steps.size() - 1) % every; i < steps.size(); i += every) {
            labelled.add(i);
        }
        return labelled;
    }

    /** About how wide words of 14 are. */
    private static double width(String words) {
        return words.chars().mapToDouble(it -> it > 0x2E7F ? WIDE : NARROW).sum();
    }

    private static Line line(int place, Series series, long top) {
        var path = new StringBuilder();
        var marks = new ArrayList<Mark>();
        boolean drawing = false;
        double last = BOTTOM;
        for (int i = 0; i < series.values().size(); i++) {
            if (!(series.values().get(i) instanceof Reading.Known(long value))) {
                drawing = false;
                continue;
            }
            last = y(value, top);
            var mark = new Mark(Numbers.plain(x(i, series.values().size())), Numbers.plain(last));
            path.append(drawing ? 'L' : 'M').append(mark.x()).append(',').append(mark.y());
            marks.add(mark);
            drawing = true;
        }
        return new Line(
                place, series.name(), series.latest(), path.toString(), marks, Numbers.plain(last));
    }

    /** Names at the right end keep 40 apart, so that two lines of words never touch. */
    private static List<Line> apart(List<Line> lines) {
        var byHeight = new ArrayList<>(lines);
        byHeight.sort((one, other) ->
                Double.compare(
                        Double.parseDouble(one.labelY()), Double.parseDouble(other.labelY())));
        double free = TOP;
        var moved = new ArrayList<Line>();
        for (int i = 0; i < byHeight.size(); i++) {
            var line = byHeight.get(i);
            double lowest = BOTTOM - 40.0 * (byHeight.size() - 1 - i);
            double y = Math.min(Math.max(Double.parseDouble(line.labelY()), free), lowest);
            free = y + 40;
            moved.add(line.at(Numbers.plain(y)));
        }
        moved.sort((one, other) -> Integer.compare(one.place(), other.place()));
        return moved;
    }

    private static List<Withheld> withheld(int steps, List<Series> series) {
        double width = Math.min(24, (RIGHT - LEFT) / Math.max(1, steps));
        var places = new ArrayList<Withheld>();
        for (int i = 0; i < steps; i++) {
            int step = i;
            if (series.stream()
                    .map(one -> one.values().get(step))
                    .anyMatch(Reading.Withheld.class::isInstance)) {
                places.add(
                        new Withheld(Numbers.plain(x(i, steps) - width / 2), Numbers.plain(width)));
            }
        }
        return places;
    }

    private static double x(int step, int steps) {
        return steps == 1
                ? (LEFT + RIGHT) / 2
                : LEFT + 10 + (RIGHT - LEFT - 20) * step / (steps - 1);
    }

    private static double y(long value, long top) {
        return BOTTOM - (BOTTOM - TOP) * value / top;
    }
}
