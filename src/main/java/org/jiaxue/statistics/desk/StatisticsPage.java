package org.jiaxue.statistics.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaxue.regions.Division;
import org.jiaxue.regions.Division.Level;
import org.jiaxue.regions.Regions;
import org.jiaxue.statistics.Figures;
import org.jiaxue.statistics.Figures.About;
import org.jiaxue.statistics.Labels;
import org.jiaxue.statistics.Measure;
import org.jiaxue.statistics.Statistics;
import org.jiaxue.web.Access;
import org.jiaxue.web.Audience;
import org.jiaxue.web.Deed;
import org.jiaxue.web.Frame;
import org.jiaxue.web.Html;
import org.jiaxue.web.OpenTo;
import org.jiaxue.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officers' table of figures, and a picture of the same figures. */
@Controller
@OpenTo(value = Audience.STAFF, scope = Viewer.Scope.STAFF)
class StatisticsPage {

    /** One step down in a list of divisions. */
    private static final String DEEPER = "　";

    private final Statistics statistics;
    private final Questions questions;
    private final Choices choices;
    private final Regions regions;
    private final Access access;

    StatisticsPage(
            Statistics statistics,
            Questions questions,
            Choices choices,
            Regions regions,
            Access access) {
        this.statistics = statistics;
        this.questions = questions;
        this.choices = choices;
        this.regions = regions;
        this.access = access;
    }

    @GetMapping("/console/statistics")
    ModelAndView figures(Frame frame, Viewer viewer, @RequestParam Map<String, String> sent) {
        Asking asking = questions.read(viewer, sent);
        Figures figures = statistics.figures(asking.question());
        return Html.page(
                "statistics/desk/figures", frame, "view", view(frame, viewer, asking, figures));
    }

    private View view(Frame frame, Viewer viewer, Asking asking, Figures figures) {
        Labels labels = new Labels(frame.texts(), regions);
        Line total = line(figures.total(), asking, labels);
        List<Line> rows = figures.rows().stream().map(it -> line(it, asking, labels)).toList();
        List<Division> path =
                regions.path(asking.place().code()).stream()
                        .filter(it -> access.allows(viewer, Deed.READ_FIGURES, it.code()))
                        .toList();
        return new View(
                asking,
                path.stream().map(it -> step(it, asking, labels)).toList(),
                places(path, asking, labels),
                choices.offered(labels),
                figures.periods(),
                running(figures, labels),
                !figures.before().isEmpty(),
                total,
                rows,
                Charts.of(asking.question(), figures.periods(), total, rows, labels),
                labels);
    }

    private static View.Step step(Division division, Asking asking, Labels labels) {
        return new View.Step(
                labels.texts().say(division.name()),
                division.equals(asking.place()) ? "" : address(asking, division.code()));
    }

    /** The divisions above this one that may be seen, itself, and those right below it. */
    private Map<String, String> places(List<Division> path, Asking asking, Labels labels) {
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            places.put(
                    path.get(i).code(), DEEPER.repeat(i) + labels.texts().say(path.get(i).name()));
        }
        if (deeper(asking, asking.place().code())) {
            for (Division child : regions.children(asking.place().code())) {
                places.put(
                        child.code(),
                        DEEPER.repeat(path.size()) + labels.texts().say(child.name()));
            }
        }
        return places;
    }

    /** Schools are counted down to their county. */
    private static boolean deeper(Asking asking, String code) {
        return asking.question().measure() != Measure.SCHOOLS
                || code.length() < Level.COUNTY.digits();
    }

    private static String running(Figures figures, Labels labels) {
        return figures.running().stream()
                .findFirst()
                .map(one ->
                        labels.texts()
                                .say(
                                        "statistics.note.running",
                                        labels.full(one.period()),
                                        labels.texts().day(one.shownFrom())))
                .orElse("");
    }

    private Line line(Figures.Row row, Asking asking, Labels labels) {
        String href =
                row.about() instanceof About.Of(String code)
                                && !code.equals(asking.place().code())
                                && (asking.question().measure() == Measure.SCHOOLS
                                        || !regions.children(code).isEmpty())
                        ? address(asking, code)
                        : "";
        return new Line(labels.row(row.about()), href, row.inhabited(), row.figures());
    }

    private static String address(Asking asking, String code) {
        return "/console/statistics?" + asking.query(code);
    }
}
