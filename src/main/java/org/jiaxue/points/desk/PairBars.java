package org.jiaxue.points.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jiaxue.points.Speech;
import org.jiaxue.points.simulation.Figure;
import org.jiaxue.points.simulation.Outcome;
import org.jiaxue.points.simulation.Outcome.Hours;
import org.jiaxue.points.simulation.Table;
import org.jiaxue.points.simulation.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Today's figure above the one that was tried, a pair a row, all on one scale from nothing to the
 * largest; what is withheld has words and no bar.
 */
record PairBars(String title, List<Pair> pairs) {

    private static final double WHOLE = 1000;
    private static final double PER_PERCENT = 10;
    private static final String NONE = "–";

    /** A row; a width is in percent, empty where there is nothing to draw. */
    record Pair(String name, Bar now, Bar then) {}

    /**
     * A bar and its words.
     *
     * @param words empty where the figure is withheld
     */
    record Bar(String width, String words) {}

    private record Row(String name, @Nullable Figure now, @Nullable Figure then) {

        boolean told() {
            return value(now) != null || value(then) != null;
        }
    }

    /** Guardians at each level, a picture a scheme; levels that few reach are in the table. */
    static List<PairBars> levels(Outcome outcome, Speech speech) {
        List<PairBars> all = new ArrayList<>();
        outcome.levels().stream()
                .map(it -> it.rung().scheme())
                .distinct()
                .forEach(scheme -> {
                    List<Outcome.Level> own =
                            outcome.levels().stream()
                                    .filter(it -> it.rung().scheme().equals(scheme))
                                    .toList();
                    String title = speech.say(own.getFirst().rung().title());
                    add(
                            all,
                            speech.say("points.simulation.chart.reach", title),
                            own.stream()
                                    .map(it -> new Row(name(it, speech), it.now(), it.then()))
                                    .toList(),
                            speech::number);
                    add(
                            all,
                            speech.say("points.simulation.chart.hours", title),
                            own.stream()
                                    .map(it ->
                                            new Row(
                                                    name(it, speech),
                                                    median(it.hoursNow()),
                                                    median(it.hoursThen())))
                                    .toList(),
                            Table::tenths);
                });
        return all;
    }

    private static String name(Outcome.Level level, Speech speech) {
        String layer = speech.say(level.rung().layerTitle());
        String title = speech.say(level.rung().title());
        String own = speech.say(level.rung().levelTitle());
        return layer.equals(title) ? own : layer + " · " + own;
    }

    private static @Nullable Figure median(@Nullable Hours hours) {
        return hours == null ? null : hours.median();
    }

    static List<PairBars> points(Outcome outcome, Speech speech) {
        List<PairBars> all = new ArrayList<>();
        add(
                all,
                speech.say("points.simulation.chart.points"),
                outcome.kinds().stream()
                        .map(it ->
                                new Row(
                                        speech.say("points.simulation.kind." + it.kind().slug()),
                                        it.now(),
                                        it.then()))
                        .toList(),
                speech::number);
        return all;
    }

    static List<PairBars> lines(List<Outcome.Line> lines, Tables tables, Speech speech) {
        List<PairBars> all = new ArrayList<>();
        add(
                all,
                speech.say("points.simulation.chart.mean"),
                lines.stream()
                        .map(it ->
                                new Row(
                                        tables.name(it.part(), speech),
                                        it.meanNow(),
                                        it.meanThen()))
                        .toList(),
                Table::tenths);
        return all;
    }

    private static void add(
            List<PairBars> all, String title, List<Row> rows, LongFunction<String> words) {
        List<Row> told = rows.stream().filter(Row::told).toList();
        if (told.isEmpty()) {
            return;
        }
        long most = 1;
        for (Row row : told) {
            most = Math.max(most, Math.max(number(row.now()), number(row.then())));
        }
        long scale = most;
        all.add(
                new PairBars(
                        title,
                        told.stream()
                                .map(it ->
                                        new Pair(
                                                it.name(),
                                                bar(it.now(), scale, words),
                                                bar(it.then(), scale, words)))
                                .toList()));
    }

    private static Bar bar(@Nullable Figure figure, long scale, LongFunction<String> words) {
        @Nullable Long value = value(figure);
        if (value == null) {
            return new Bar("", figure == null ? NONE : "");
        }
        double width = Math.round(WHOLE * value / scale) / PER_PERCENT;
        return new Bar(width + "%", words.apply(value));
    }

    private static long number(@Nullable Figure figure) {
        @Nullable Long value = value(figure);
        return value == null ? 0 : value;
    }

    private static @Nullable Long value(@Nullable Figure figure) {
        return figure == null ? null : figure.value();
    }
}
