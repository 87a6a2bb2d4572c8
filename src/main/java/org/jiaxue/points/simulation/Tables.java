package org.jiaxue.points.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiaxue.points.Speech;
import org.jiaxue.points.TrialGrading.Rung;
import org.jiaxue.points.simulation.Outcome.Hours;
import org.jiaxue.points.simulation.Table.Cell;
import org.jiaxue.regions.Regions;
import org.jiaxue.web.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a trial came to as tables, in the order of codes and never of figures. */
@Component
public class Tables {

    private static final String KEY = "points.simulation.";

    private static final int MILLIS_A_TENTH = 100;

    private final Regions regions;

    Tables(Regions regions) {
        this.regions = regions;
    }

    /** Every table, in the order of {@link Table#NAMES}. */
    public List<Table> of(Outcome outcome, Speech speech) {
        return List.of(
                levels(outcome, speech),
                points(outcome, speech),
                lines("counties", outcome.counties(), speech),
                lines("stages", outcome.stages(), speech),
                reach("levels-counties", outcome.reachCounties(), outcome, speech),
                reach("levels-stages", outcome.reachStages(), outcome, speech));
    }

    /** What is said of a trial besides its tables. */
    public static List<String> said(Trial.Came came, Speech speech) {
        List<String> said = new ArrayList<>();
        Outcome outcome = came.outcome();
        Term term = outcome.term();
        said.add(
                speech.say(
                        KEY + "said",
                        speech.say(outcome.title()),
                        speech.say(KEY + "half." + term.half().name().toLowerCase(Locale.ROOT)),
                        Integer.toString(term.year()),
                        text(outcome.all().guardians(), speech),
                        text(outcome.events(), speech),
                        Table.tenths(Math.round((double) outcome.millis() / MILLIS_A_TENTH))));
        said.add(
                speech.say(
                        KEY + "said.change",
                        text(outcome.all().more(), speech),
                        text(outcome.all().less(), speech)));
        if (outcome.leftOut()) {
            said.add(speech.say(KEY + "said.left-out"));
        }
        if (came.since() != null) {
            said.add(speech.say(KEY + "said.repeated"));
        }
        came.breaches()
                .forEach(it ->
                        said.add(
                                speech.say(
                                        KEY + "said.breach", it.field(), speech.say(it.what()))));
        return said;
    }

    private static String text(Figure figure, Speech speech) {
        @Nullable Long value = figure.value();
        return value == null ? speech.say(KEY + "few") : speech.number(value);
    }

    private static Table levels(Outcome outcome, Speech speech) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Outcome.Level level : outcome.levels()) {
            rows.add(
                    List.of(
                            new Cell.Said(speech.say(level.rung().title())),
                            new Cell.Said(speech.say(level.rung().layerTitle())),
                            new Cell.Said(speech.say(level.rung().levelTitle())),
                            whole(level.now()),
                            whole(level.then()),
                            median(level.hoursNow()),
                            median(level.hoursThen()),
                            ninety(level.hoursNow()),
                            ninety(level.hoursThen())));
        }
        return table(
                "levels",
                3,
                speech,
                List.of(
                        "scheme",
                        "layer",
                        "level",
                        "reach-now",
                        "reach-then",
                        "median-now",
                        "median-then",
                        "ninety-now",
                        "ninety-then"),
                rows);
    }

    private static Table points(Outcome outcome, Speech speech) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Outcome.Kind kind : outcome.kinds()) {
            rows.add(
                    List.of(
                            new Cell.Said(speech.say(KEY + "kind." + kind.kind().slug())),
                            whole(kind.now()),
                            whole(kind.then())));
        }
        return table("points", 1, speech, List.of("kind", "points-now", "points-then"), rows);
    }

    private Table reach(String name, List<Outcome.Reach> reach, Outcome outcome, Speech speech) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Outcome.Reach one : reach) {
            Rung rung = outcome.levels().get(one.rung()).rung();
            rows.add(
                    List.of(
                            new Cell.Said(name(one.part(), speech)),
                            new Cell.Said(speech.say(rung.title())),
                            new Cell.Said(speech.say(rung.layerTitle())),
                            new Cell.Said(speech.say(rung.levelTitle())),
                            whole(one.now()),
                            whole(one.then())));
        }
        return table(
                name,
                4,
                speech,
                List.of(
                        name.equals("levels-stages") ? "stage" : "county",
                        "scheme",
                        "layer",
                        "level",
                        "reach-now",
                        "reach-then"),
                rows);
    }

    private Table lines(String name, List<Outcome.Line> lines, Speech speech) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Outcome.Line line : lines) {
            rows.add(
                    List.of(
                            new Cell.Said(name(line.part(), speech)),
                            whole(line.guardians()),
                            tenths(line.meanNow()),
                            tenths(line.meanThen()),
                            whole(line.more()),
                            whole(line.less())));
        }
        return table(
                name,
                1,
                speech,
                List.of(
                        name.equals("stages") ? "stage" : "county",
                        "guardians",
                        "mean-now",
                        "mean-then",
                        "more",
                        "less"),
                rows);
    }

    /** What a county or a stage is called. */
    public String name(Outcome.Part part, Speech speech) {
        if (!part.county().isEmpty()) {
            return speech.say(regions.nameOf(part.county()));
        }
        return part.stage() == null ? speech.say(KEY + "no-stage") : speech.say(part.stage().key());
    }

    private static Table table(
            String name, int words, Speech speech, List<String> head, List<List<Cell>> rows) {
        return new Table(
                name,
                speech.say(KEY + "table." + name),
                words,
                head.stream().map(it -> speech.say(KEY + "column." + it)).toList(),
                rows);
    }

    private static Cell median(@Nullable Hours hours) {
        return tenths(hours == null ? null : hours.median());
    }

    private static Cell ninety(@Nullable Hours hours) {
        return tenths(hours == null ? null : hours.ninety());
    }

    private static Cell whole(@Nullable Figure figure) {
        return switch (figure) {
            case null -> new Cell.Nothing();
            case Figure.Shown(long number) -> new Cell.Whole(number);
            case Figure.Few() -> new Cell.Few();
        };
    }

    private static Cell tenths(@Nullable Figure figure) {
        return whole(figure) instanceof Cell.Whole(long number)
                ? new Cell.Tenths(number)
                : whole(figure);
    }
}
