package org.jiaxue.statistics.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiaxue.statistics.Figures;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.statistics.Labels;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Period;
import org.jiaxue.statistics.Question;
import org.jiaxue.statistics.sheet.Sheet.Cell;
import org.jiaxue.statistics.sheet.Sheet.Said;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Texts;

/** Lays a table of figures out for a spreadsheet. */
public final class Sheets {

    /** The most cells of one file; a table that has more is refused. */
    static final int MOST_CELLS = 200_000;

    private Sheets() {}

    /**
     * Where the figures come from.
     *
     * @param sample whether the people in them are samples
     */
    public record Source(String address, Instant at, boolean sample) {}

    /**
     * The table in the reader's language: a row a part with its code and name, a column a period,
     * of schools three.
     *
     * @throws Refusal where the table has more than {@value #MOST_CELLS} cells
     */
    public static Sheet of(Figures figures, Labels labels, Source source) {
        Texts texts = labels.texts();
        boolean schools = figures.question().measure() == Measure.SCHOOLS;
        int columns = 2 + figures.periods().size() * (schools ? 3 : 1);
        if ((long) columns * (figures.rows().size() + 2) > MOST_CELLS) {
            throw new Refusal(Problem.unprocessable("statistics.problem.too-wide", MOST_CELLS));
        }
        List<String> head =
                new ArrayList<>(
                        List.of(
                                texts.say("statistics.sheet.code"),
                                texts.say("statistics.sheet.name")));
        for (Period period : figures.periods()) {
            head.addAll(heads(figures.question(), period, labels));
        }
        return new Sheet(
                texts.say("statistics.sheet.figures"),
                head,
                Stream.concat(Stream.of(figures.total()), figures.rows().stream())
                        .map(row -> row(row, labels))
                        .toList(),
                texts.say("statistics.sheet.about"),
                about(figures, labels, source));
    }

    private static List<String> heads(Question question, Period period, Labels labels) {
        String name = period(period, labels);
        if (question.measure() != Measure.SCHOOLS) {
            return List.of(name);
        }
        String part = question.platform() == null ? "with" : "on";
        String whole = question.platform() == null ? "all" : "with";
        return Stream.of(part, whole, "share")
                .map(key -> labels.texts().say("statistics.sheet.schools." + key, name))
                .toList();
    }

    /** The days of a week; a month's or term's name and its days. */
    private static String period(Period period, Labels labels) {
        String days = labels.texts().say("statistics.sheet.days", period.from(), period.to());
        return switch (period.unit()) {
            case WEEK -> days;
            case MONTH, TERM -> labels.name(period) + " (" + days + ")";
        };
    }

    private static List<Cell> row(Figures.Row row, Labels labels) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Words(code(row.about())));
        cells.add(new Cell.Words(labels.row(row.about())));
        for (Figure figure : row.figures()) {
            cells.addAll(cells(figure, row.inhabited(), labels));
        }
        return cells;
    }

    private static String code(About about) {
        return switch (about) {
            case About.Of(String code) -> code;
            case About.Elsewhere _ -> "";
            case About.In(var stage) -> stage.slug();
            case About.On(var platform) -> platform.slug();
        };
    }

    private static List<Cell> cells(Figure figure, boolean inhabited, Labels labels) {
        Texts texts = labels.texts();
        return switch (figure) {
            case Figure.Shown _ when !inhabited ->
                    List.of(new Cell.Words(texts.say("statistics.nobody")));
            case Figure.Shown(long value) -> List.of(new Cell.Whole(value));
            case Figure.Few() -> List.of(new Cell.Words(texts.say("statistics.few")));
            case Figure.Guarded() -> List.of(new Cell.Words(texts.say("statistics.guarded")));
            case Figure.Part part ->
                    List.of(
                            new Cell.Whole(part.value()),
                            new Cell.Whole(part.of()),
                            part.percent()
                                    .<Cell>map(it -> new Cell.Share(it.movePointLeft(2)))
                                    .orElseGet(() -> new Cell.Words(labels.share(part))));
        };
    }

    private static List<Said> about(Figures figures, Labels labels, Source source) {
        Texts texts = labels.texts();
        Question question = figures.question();
        List<Said> about = new ArrayList<>();
        about.add(said(texts, "measure", labels.measure(question)));
        about.add(said(texts, "division", division(figures, labels)));
        about.add(said(texts, "rows", texts.say("statistics.by." + question.by().slug())));
        about.add(said(texts, "periods", names(figures.periods(), labels)));
        if (!figures.running().isEmpty()) {
            List<Period> running = figures.running().stream().map(it -> it.period()).toList();
            about.add(said(texts, "running", names(running, labels)));
        }
        if (!figures.before().isEmpty()) {
            about.add(said(texts, "before", names(figures.before(), labels)));
        }
        labels.notes(question.measure()).forEach(it -> about.add(said(texts, "note", it)));
        about.add(said(texts, "source", source.address()));
        about.add(said(texts, "at", texts.moment(source.at())));
        if (source.sample()) {
            about.add(said(texts, "sample", texts.say("web.sample")));
        }
        return about;
    }

    private static String division(Figures figures, Labels labels) {
        return labels.row(figures.total().about()) + " " + figures.question().division();
    }

    private static String names(List<Period> periods, Labels labels) {
        return periods.isEmpty()
                ? labels.texts().say("statistics.sheet.none")
                : periods.stream()
                        .map(it -> period(it, labels))
                        .collect(Collectors.joining(labels.texts().say("statistics.sheet.comma")));
    }

    private static Said said(Texts texts, String word, String sentence) {
        return new Said(texts.say("statistics.sheet.about." + word), sentence);
    }
}
