package org.jiaxue.statistics.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jiaxue.statistics.By;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Labels;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Question;
import org.jiaxue.web.look.LineChart;
import org.jiaxue.web.look.LineChart.Series;
import org.jiaxue.web.look.Reading;
import org.jiaxue.web.look.ShareBars;
import org.jiaxue.web.look.StripChart;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a table. Numbers go through its periods, a strip a part or one line; shares stand
 * side by side at the end of the last period, and go through the periods as lines.
 *
 * @param bars shares of parts or of kinds of platform
 * @param barsAt the period at whose end the bars stand; empty without bars
 */
record Charts(
        @Nullable StripChart strips,
        @Nullable LineChart line,
        @Nullable ShareBars bars,
        String barsAt) {

    /** Thousandths, in which shares are drawn, of a percent. */
    private static final int PER_PERCENT = 10;

    static final Charts NONE = new Charts(null, null, null, "");

    /** Draws what the lines of a table say. */
    static Charts of(
            Question question, List<Period> periods, Line total, List<Line> rows, Labels labels) {
        List<Period> steps = steps(periods);
        if (steps.isEmpty()) {
            return NONE;
        }
        Drawing drawing = new Drawing(question, steps, labels);
        if (question.measure() == Measure.SCHOOLS) {
            return drawing.schools(total, rows);
        }
        return rows.isEmpty()
                ? new Charts(null, drawing.line(total), null, "")
                : new Charts(drawing.strips(total, rows), null, null, "");
    }

    /** What a chart goes through: its periods are of one length, so a term is in the table only. */
    private static List<Period> steps(List<Period> periods) {
        return periods.stream().filter(it -> it.unit() == periods.getFirst().unit()).toList();
    }

    private record Drawing(Question question, List<Period> steps, Labels labels) {

        StripChart strips(Line total, List<Line> rows) {
            return StripChart.of(
                    names(),
                    new StripChart.Row(total.name(), values(total, Charts::count)),
                    rows.stream()
                            .filter(Line::inhabited)
                            .map(row -> new StripChart.Row(row.name(), values(row, Charts::count)))
                            .toList(),
                    labels.texts()::number);
        }

        LineChart line(Line total) {
            List<Reading> values = values(total, Charts::count);
            String latest =
                    values.getLast() instanceof Reading.Known(long last)
                            ? labels.texts().number(last)
                            : labels.texts().say("statistics.withheld");
            return LineChart.of(
                    names(),
                    List.of(new Series(total.name(), latest, values)),
                    labels.texts()::number);
        }

        Charts schools(Line total, List<Line> rows) {
            boolean kinds = question.by() == By.PLATFORM;
            List<Line> lines = kinds ? rows : List.of(total);
            LineChart line =
                    LineChart.shares(
                            names(),
                            lines.stream().map(this::series).toList(),
                            goal(),
                            this::percent);
            if (rows.isEmpty()) {
                return new Charts(null, line, null, "");
            }
            List<Line> shown = new ArrayList<>(rows);
            if (!kinds) {
                shown.addFirst(total);
            }
            ShareBars bars = ShareBars.of(shown.stream().map(this::bar).toList(), goal(), kinds);
            return new Charts(
                    null,
                    kinds && steps.size() > 1 ? line : null,
                    bars,
                    labels.full(steps.getLast()));
        }

        private Series series(Line line) {
            List<Reading> values = values(line, Charts::share);
            Figure last = line.figures().get(steps.size() - 1);
            String latest = last instanceof Figure.Part part ? labels.share(part) : "";
            return new Series(line.name(), latest, values);
        }

        private ShareBars.Row bar(Line line) {
            Figure.Part part = (Figure.Part) line.figures().get(steps.size() - 1);
            return new ShareBars.Row(
                    line.name(),
                    share(part),
                    labels.share(part),
                    labels.texts()
                            .say(
                                    "statistics.share.counts",
                                    labels.texts().number(part.value()),
                                    labels.texts().number(part.of())));
        }

        /** The goal is for the share of all schools, whatever their platforms. */
        private LineChart.@Nullable Goal goal() {
            return question.by() == By.PLATFORM || question.platform() != null
                    ? null
                    : new LineChart.Goal(
                            PER_PERCENT * Measure.SCHOOLS_GOAL_PERCENT,
                            labels.texts().say("statistics.goal", Measure.SCHOOLS_GOAL_PERCENT));
        }

        private String percent(long thousandths) {
            return BigDecimal.valueOf(thousandths, 1).stripTrailingZeros().toPlainString() + "%";
        }

        private List<String> names() {
            return steps.stream().map(labels::brief).toList();
        }

        private List<Reading> values(Line line, Function<Figure, Reading> reading) {
            Stream<Figure> figures = line.figures().stream().limit(steps.size());
            return figures.map(reading).toList();
        }
    }

    private static Reading count(Figure figure) {
        return switch (figure) {
            case Figure.Shown(long value) -> new Reading.Known(value);
            case Figure.Part(long value, long _) -> new Reading.Known(value);
            case Figure.Few() -> new Reading.Withheld();
            case Figure.Guarded() -> new Reading.Withheld();
        };
    }

    private static Reading share(Figure figure) {
        return figure instanceof Figure.Part part
                ? part.percent()
                        .<Reading>map(it -> new Reading.Known(it.unscaledValue().longValueExact()))
                        .orElseGet(Reading.Unknown::new)
                : new Reading.Withheld();
    }
}
