package org.jiaxue.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Figure;
import org.jspecify.annotations.Nullable;

/** A table of figures for programs. */
@Schema(name = "Figures", description = "A table of figures.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FiguresJson(
        @Schema(description = "The division's national code, without trailing zeros.")
                String division,
        @Schema(
                        description = "What is counted.",
                        allowableValues = {
                            "lessons",
                            "guardians",
                            "certificates",
                            "schools",
                            "activities"
                        })
                String measure,
        @Schema(
                        description = "What the rows are.",
                        allowableValues = {"division", "stage", "platform", "period"})
                String by,
        @Schema(description = "The kind of platform asked for; absent if all are counted.")
                @Nullable String platform,
        @Schema(
                        description = "How long the periods are.",
                        allowableValues = {"week", "month", "term"})
                String unit,
        @Schema(description = "The columns, in order of time. Their figures never change.")
                List<Span> periods,
        @Schema(description = "Periods asked for that are still being counted; no columns.")
                List<Awaited> running,
        @Schema(
                        description =
                                "Periods asked for that had ended before anything of the measure"
                                        + " was counted; no columns.")
                List<Span> before,
        @Schema(description = "The division's own row.") Row total,
        @Schema(
                        description =
                                "Its parts in order of code, stages in order of age, kinds of"
                                        + " platform in the order of the province's reports; never"
                                        + " by figure. None where rows are periods.")
                List<Row> rows,
        @Schema(
                        description =
                                "In the reader's language: what is counted, how figures are closed,"
                                        + " withheld and rounded.")
                List<String> notes) {

    /** A period. */
    @Schema(name = "FiguresPeriod", description = "A week, or a month or term made of whole weeks.")
    record Span(
            @Schema(description = "Its first day, a Monday.") LocalDate from,
            @Schema(description = "Its last day, a Sunday.") LocalDate to,
            @Schema(description = "Its short name in the reader's language.") String name) {}

    /** A period that is still being counted. */
    @Schema(name = "FiguresAwaited", description = "A period that is still being counted.")
    record Awaited(
            @Schema(description = "Its first day, a Monday.") LocalDate from,
            @Schema(description = "Its last day, a Sunday.") LocalDate to,
            @Schema(description = "Its short name in the reader's language.") String name,
            @Schema(description = "The day from which its figures are shown.")
                    LocalDate shownFrom) {}

    /** A row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FiguresRow", description = "A row of figures.")
    record Row(
            @Schema(
                            description =
                                    "A division's code, a stage's or a kind of platform's name;"
                                            + " absent where no more is known than the division"
                                            + " itself.")
                    @Nullable String code,
            @Schema(description = "What it is called in the reader's language.") String name,
            @Schema(description = "One figure for each of the periods, in their order.")
                    List<Value> figures) {}

    /** A figure. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FiguresValue", description = "A figure, or why there is none.")
    record Value(
            @Schema(minimum = "0", description = "The number; absent where it is withheld.")
                    @Nullable Long value,
            @Schema(
                            minimum = "0",
                            description =
                                    "Of schools, the whole that the number is a part of: all"
                                            + " schools, or of a kind of platform all with a parent"
                                            + " school.")
                    @Nullable Long of,
            @Schema(
                            minimum = "0",
                            maximum = "100",
                            description =
                                    "Of schools, value out of `of` in percent, rounded half up to"
                                            + " one decimal; shares need not add up to 100. Absent"
                                            + " where the whole is not known or is nothing.")
                    @Nullable BigDecimal share,
            @Schema(
                            description =
                                    "Why the number is withheld: few guardians stand behind it or"
                                            + " are missing from it, or another could be worked"
                                            + " out from it.",
                            allowableValues = {"few", "guarded"})
                    @Nullable String hidden,
            @Schema(description = "Why there is no number or no share, in a sentence.")
                    @Nullable String why) {}

    static FiguresJson of(Figures figures, Labels labels) {
        Question question = figures.question();
        return new FiguresJson(
                question.division(),
                question.measure().slug(),
                question.by().slug(),
                question.platform() == null ? null : question.platform().slug(),
                question.periods().getFirst().unit().slug(),
                figures.periods().stream().map(it -> span(it, labels)).toList(),
                figures.running().stream().map(it -> awaited(it, labels)).toList(),
                figures.before().stream().map(it -> span(it, labels)).toList(),
                row(figures.total(), labels),
                figures.rows().stream().map(it -> row(it, labels)).toList(),
                labels.notes(question.measure()));
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
                    case About.On(var platform) -> platform.slug();
                };
        return new Row(
                code,
                labels.row(row.about()),
                row.figures().stream().map(it -> value(it, labels)).toList());
    }

    private static Value value(Figure figure, Labels labels) {
        return switch (figure) {
            case Figure.Shown(long value) -> new Value(value, null, null, null, null);
            case Figure.Part part -> {
                @Nullable BigDecimal share = part.percent().orElse(null);
                @Nullable String why = share == null ? labels.share(part) : null;
                yield new Value(part.value(), part.of(), share, null, why);
            }
            case Figure.Few() -> withheld("few", labels.texts().say("statistics.few"));
            case Figure.Guarded() -> withheld("guarded", labels.texts().say("statistics.guarded"));
        };
    }

    private static Value withheld(String hidden, String why) {
        return new Value(null, null, null, hidden, why);
    }
}
