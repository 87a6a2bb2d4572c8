package org.jiaxue.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Figures.Figure;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Problem;
import org.jiaxue.web.Refusal;
import org.jiaxue.web.Times;
import org.jiaxue.web.Viewer;
import org.jiaxue.web.look.LineChart;
import org.jiaxue.web.look.Reading;
import org.jiaxue.web.look.StripChart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officers' table of figures, and one chart of the same figures. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class StatisticsPage {

    /** The choice of time that means the last weeks. */
    static final String LAST_WEEKS = "12-weeks";

    private static final int TERMS_OFFERED = 4;

    private final Statistics statistics;
    private final Regions regions;
    private final Access access;
    private final Times times;

    StatisticsPage(Statistics statistics, Regions regions, Access access, Times times) {
        this.statistics = statistics;
        this.regions = regions;
        this.access = access;
        this.times = times;
    }

    /** A name with its address; no address where it leads nowhere new. */
    record Step(String name, String href) {}

    /** A row of the table, and where its name leads; empty where there is nothing below. */
    record Line(String name, String href, boolean inhabited, List<Figure> figures) {

        /** Whether every figure is withheld for the same reason, so that one word says it all. */
        boolean few() {
            return figures.size() > 1 && figures.stream().allMatch(Figure.Few.class::isInstance);
        }

        Line first(int columns) {
            return new Line(name, href, inhabited, figures.subList(0, columns));
        }
    }

    /**
     * What the page shows.
     *
     * @param path from the topmost division that the reader may see down to this one
     * @param choices choices of time, by their name in the address
     * @param running the next period that is still being counted and from when it is shown; empty
     *     where none is
     * @param early whether periods were asked for that had ended before anything was counted
     * @param strips the chart where there are rows; else {@code line} is
     */
    record View(
            Division division,
            Measure measure,
            By by,
            String time,
            List<Step> path,
            Map<String, String> choices,
            List<Period> periods,
            String running,
            boolean early,
            Line total,
            List<Line> rows,
            @Nullable StripChart strips,
            @Nullable LineChart line,
            Labels labels) {

        boolean empty() {
            return periods.isEmpty();
        }

        /** Whether more figures are withheld than shown, which the page then explains first. */
        boolean sparse() {
            List<Figure> all =
                    Stream.concat(Stream.of(total), rows.stream())
                            .filter(Line::inhabited)
                            .flatMap(row -> row.figures().stream())
                            .toList();
            long shown = all.stream().filter(Figure.Shown.class::isInstance).count();
            return !all.isEmpty() && 2 * shown < all.size();
        }
    }

    @GetMapping("/console/statistics")
    ModelAndView figures(
            Frame frame,
            Viewer viewer,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(defaultValue = "lessons") String measure,
            @RequestParam(defaultValue = "division") String by,
            @RequestParam(defaultValue = LAST_WEEKS) String time) {
        Division place = Asked.division(regions, division == null ? first(viewer) : division);
        access.require(viewer, Deed.READ_FIGURES, place.code());
        Question question =
                new Question(place.code(), Asked.measure(measure), Asked.by(by), periods(time));
        Asked.requireStages(question.by(), question.measure(), place.code());
        View view = view(frame, viewer, place, time, statistics.figures(question));
        return Html.page("statistics/figures", frame, "view", view);
    }

    private String first(Viewer viewer) {
        return access.where(viewer, Deed.READ_FIGURES).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.forbidden("statistics.problem.nowhere")));
    }

    private List<Period> periods(String time) {
        if (time.equals(LAST_WEEKS)) {
            return statistics.lastWeeks(Asked.WEEKS);
        }
        Term term =
                terms().stream()
                        .filter(one -> slug(one).equals(time))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refusal(Problem.unprocessable("statistics.problem.time")));
        List<Period> periods = new ArrayList<>(term.months().stream().map(Period::of).toList());
        periods.add(Period.of(term));
        return periods;
    }

    private List<Term> terms() {
        return Stream.iterate(Period.weekOf(times.today()).term(), Term::before)
                .limit(TERMS_OFFERED)
                .toList();
    }

    private static String slug(Term term) {
        return term.year() + "-" + term.half().name().toLowerCase(Locale.ROOT);
    }

    private View view(Frame frame, Viewer viewer, Division place, String time, Figures figures) {
        Labels labels = new Labels(frame.texts(), regions);
        Question question = figures.question();
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(LAST_WEEKS, frame.say("statistics.time.weeks", Asked.WEEKS));
        terms().forEach(term -> choices.put(slug(term), labels.term(term)));
        List<Step> path =
                regions.path(place.code()).stream()
                        .filter(it -> access.allows(viewer, Deed.READ_FIGURES, it.code()))
                        .map(it ->
                                new Step(
                                        frame.say(it.name()),
                                        it.equals(place) ? "" : href(question, it.code(), time)))
                        .toList();
        Line total = line(figures.total(), question, time, labels);
        List<Line> rows =
                figures.rows().stream().map(it -> line(it, question, time, labels)).toList();
        List<String> steps = steps(figures.periods()).map(labels::brief).toList();
        boolean drawn = !steps.isEmpty();
        return new View(
                place,
                question.measure(),
                question.by(),
                time,
                path,
                choices,
                figures.periods(),
                running(frame, figures, labels),
                !figures.before().isEmpty(),
                total,
                rows,
                drawn && !rows.isEmpty() ? strips(frame, steps, total, rows) : null,
                drawn && rows.isEmpty() ? line(frame, steps, total.first(steps.size())) : null,
                labels);
    }

    /** What a chart goes through: its periods are of one length, so a term is in the table only. */
    private static Stream<Period> steps(List<Period> periods) {
        return periods.stream().filter(it -> it.unit() == periods.getFirst().unit());
    }

    private static String running(Frame frame, Figures figures, Labels labels) {
        return figures.running().stream()
                .findFirst()
                .map(one ->
                        frame.say(
                                "statistics.note.running",
                                labels.full(one.period()),
                                frame.texts().day(one.shownFrom())))
                .orElse("");
    }

    private Line line(Figures.Row row, Question question, String time, Labels labels) {
        String href =
                row.about() instanceof About.Of(String code)
                                && !code.equals(question.division())
                                && !regions.children(code).isEmpty()
                        ? href(question, code, time)
                        : "";
        return new Line(labels.row(row.about()), href, row.inhabited(), row.figures());
    }

    private static String href(Question question, String code, String time) {
        return "/console/statistics?division=%s&measure=%s&by=division&time=%s"
                .formatted(code, question.measure().slug(), time);
    }

    private static StripChart strips(Frame frame, List<String> steps, Line total, List<Line> rows) {
        return StripChart.of(
                steps,
                new StripChart.Row(total.name(), values(total.first(steps.size()))),
                rows.stream()
                        .filter(Line::inhabited)
                        .map(row -> new StripChart.Row(row.name(), values(row.first(steps.size()))))
                        .toList(),
                frame.texts()::number);
    }

    private static LineChart line(Frame frame, List<String> steps, Line total) {
        String latest =
                values(total).getLast() instanceof Reading.Known(long last)
                        ? frame.texts().number(last)
                        : frame.say("statistics.withheld");
        return LineChart.of(
                steps,
                List.of(new LineChart.Series(total.name(), latest, values(total))),
                frame.texts()::number);
    }

    private static List<Reading> values(Line line) {
        return line.figures().stream()
                .<Reading>map(figure ->
                        figure instanceof Figure.Shown(long value)
                                ? new Reading.Known(value)
                                : new Reading.Withheld())
                .toList();
    }
}
