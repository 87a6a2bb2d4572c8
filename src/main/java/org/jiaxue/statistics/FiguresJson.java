package org.jiaxue.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures for programs.
 *
 * @param unit {@code week}, {@code month} or {@code term}
 * @param periods the columns, whose figures never change
 * @param running periods asked for that are not closed yet and have no column, each with the day
 *     from which it is shown
 * @param before periods asked for that had ended before anything was counted, without a column
 * @param rows in order of code, never by figure
 */
record FiguresJson(
        String division,
        String measure,
        String by,
        String unit,
        List<Span> periods,
        List<Awaited> running,
        List<Span> before,
        Row total,
        List<Row> rows,
        List<String> notes) {

    /** A period with its first and last day. */
    record Span(LocalDate from, LocalDate to, String name) {}

    /** A period that is still being counted. */
    record Awaited(LocalDate from, LocalDate to, String name, LocalDate shownFrom) {}

    /**
     * A row.
     *
     * @param code a division's code or a stage's name; absent for those whose place is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(@Nullable String code, String name, List<Value> figures) {}

    /**
     * A figure.
     *
     * @param value absent where the figure is withheld
     * @param hidden {@code few} or {@code guarded}, and why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(@Nullable Long value, @Nullable String hidden, @Nullable String why) {}

    static FiguresJson of(Figures figures, Labels labels) {
        Question question = figures.question();
        return new FiguresJson(
                question.division(),
                question.measure().slug(),
                question.by().slug(),
                question.periods().getFirst().unit().slug(),
                figures.periods().stream().map(it -> span(it, labels)).toList(),
                figures.running().stream().map(it -> awaited(it, labels)).toList(),
                figures.before().stream().map(it -> span(it, labels)).toList(),
                row(figures.total(), labels),
                figures.rows().stream().map(it -> row(it, labels)).toList(),
                List.of(
                        labels.texts()
                                .say("statistics.measure." + question.measure().slug() + ".means"),
                        labels.texts().say("statistics.note.few"),
                        labels.texts().say("statistics.note.weeks"),
                        labels.texts().say("statistics.note.closed")));
    }

    private static Span span(Period period, Labels labels) {
        return new Span(period.from(), period.to(), labels.brief(period));
    }

    private static Awaited awaited(Figures.Awaited awaited, Labels labels) {
        Period period = awaited.period();
        return new Awaited(period.from(), period.to(), labels.brief(period), awaited.shownFrom());
    }

    private static Row row(Figures.Row row, Labels labels) {
        @Nullable String code =
                switch (row.about()) {
                    case About.Of(String division) -> division;
                    case About.Elsewhere _ -> null;
                    case About.In(var stage) -> stage.slug();
                };
        return new Row(
                code,
                labels.row(row.about()),
                row.figures().stream().map(it -> value(it, labels)).toList());
    }

    private static Value value(Figure figure, Labels labels) {
        return switch (figure) {
            case Figure.Shown(long value) -> new Value(value, null, null);
            case Figure.Few() -> new Value(null, "few", labels.texts().say("statistics.few"));
            case Figure.Guarded() ->
                    new Value(null, "guarded", labels.texts().say("statistics.guarded"));
        };
    }
}
